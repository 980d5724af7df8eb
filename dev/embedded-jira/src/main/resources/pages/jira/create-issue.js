AJS.toInit(function () {
    'use strict';
    require(['embedded/rest', 'embedded/dom', 'embedded/people', 'wrm/context-path'], function (rest, dom, people, contextPath) {
        var project = document.getElementById('project');

        function fail(problem) {
            dom.fill(document.getElementById('create-issue-error'), [dom.element('div', {'class': 'aui-message aui-message-error', role: 'alert'}, problem.message)]);
        }

        function projectChosen() {
            people.assignees(document.getElementById('assignee'), 'project=' + project.value, null).catch(function () {
                // Without the permission to assign there is nobody to choose.
            });
            return rest.get('/rest/api/2/project/' + project.value).then(function (chosen) {
                dom.fill(document.getElementById('issuetype'), chosen.issueTypes.filter(function (type) { return !type.subtask; }).map(function (type) {
                    return people.option(type.id, type.name);
                }));
            }).catch(fail);
        }

        rest.get('/rest/api/2/project').then(function (projects) {
            dom.fill(project, projects.map(function (one) { return people.option(one.key, one.name + ' (' + one.key + ')'); }));
            project.addEventListener('change', projectChosen);
            return projectChosen();
        }).catch(fail);

        document.getElementById('issue-create').addEventListener('submit', function (event) {
            event.preventDefault();
            var fields = {project: {key: project.value}, issuetype: {id: document.getElementById('issuetype').value},
                summary: document.getElementById('summary').value, description: document.getElementById('description').value};
            var assignee = document.getElementById('assignee').value;
            if (assignee) {
                fields.assignee = {name: assignee};
            }
            rest.post('/rest/api/2/issue', {fields: fields}).then(function (created) {
                location.assign(contextPath() + '/browse/' + created.key);
            }).catch(fail);
        });
    });
});
