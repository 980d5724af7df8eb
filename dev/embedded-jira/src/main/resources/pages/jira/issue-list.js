AJS.toInit(function () {
    'use strict';
    require(['embedded/rest', 'embedded/dom', 'aui/flag', 'jira/util/data/meta'], function (rest, dom, flag, Meta) {
        var jql = 'project = ' + Meta.get('project-key') + ' ORDER BY key DESC';
        rest.get('/rest/api/2/search?maxResults=200&jql=' + encodeURIComponent(jql)).then(function (result) {
            dom.fill(document.querySelector('#issuetable tbody'), result.issues.map(function (issue) {
                var fields = issue.fields;
                return dom.element('tr', {'class': 'issuerow', 'data-issuekey': issue.key},
                    dom.element('td', {'class': 'issuetype'}, dom.issueType(fields.issuetype)),
                    dom.element('td', {'class': 'issuekey'}, dom.issueLink(issue.key)),
                    dom.element('td', {'class': 'summary'}, dom.issueLink(issue.key, fields.summary)),
                    dom.element('td', {'class': 'assignee'}, dom.user(fields.assignee)),
                    dom.element('td', {'class': 'status'}, dom.status(fields.status)),
                    dom.element('td', {'class': 'updated'}, dom.time(fields.updated)));
            }));
            document.querySelector('.no-results').hidden = result.issues.length > 0;
        }).catch(function (problem) {
            flag({type: 'error', title: 'The issues could not be loaded', body: AJS.escapeHtml(problem.message)});
        });
    });
});
