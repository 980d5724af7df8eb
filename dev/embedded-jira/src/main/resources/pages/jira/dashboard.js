AJS.toInit(function () {
    'use strict';
    require(['embedded/rest', 'embedded/dom', 'wrm/context-path'], function (rest, dom, contextPath) {
        rest.get('/rest/api/2/project').then(function (projects) {
            dom.fill(document.getElementById('dashboard-projects'), projects.map(function (project) {
                var picture = dom.element('img', {src: contextPath() + '/secure/projectavatar?ownerId=' + project.key, alt: ''});
                return dom.element('li', {}, dom.element('span', {'class': 'aui-avatar aui-avatar-small aui-avatar-project'},
                    dom.element('span', {'class': 'aui-avatar-inner'}, picture)), ' ',
                    dom.element('a', {href: contextPath() + '/browse/' + project.key}, project.name), ' (' + project.key + ')');
            }));
        }).catch(function () {
            // Anonymous people see no projects.
        });
        var assigned = document.querySelector('#assigned-issues tbody');
        if (!assigned) {
            return;
        }
        rest.get('/rest/api/2/search?jql=' + encodeURIComponent('assignee = currentUser() ORDER BY updated DESC')).then(function (result) {
            dom.fill(assigned, result.issues.map(function (issue) {
                return dom.element('tr', {}, dom.element('td', {}, dom.issueType(issue.fields.issuetype)), dom.element('td', {}, dom.issueLink(issue.key)),
                    dom.element('td', {}, dom.issueLink(issue.key, issue.fields.summary)), dom.element('td', {}, dom.status(issue.fields.status)));
            }));
            if (!result.issues.length) {
                dom.fill(assigned, [dom.element('tr', {}, dom.element('td', {colspan: 4}, 'You currently have no issues assigned to you.'))]);
            }
        }).catch(function (problem) {
            dom.fill(assigned, [dom.element('tr', {}, dom.element('td', {colspan: 4}, problem.message))]);
        });
    });
});
