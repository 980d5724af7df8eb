AJS.toInit(function () {
    'use strict';
    require(['embedded/rest', 'jira/util/data/meta'], function (rest, Meta) {
        rest.get('/rest/api/2/project/' + Meta.get('project-key')).then(function (project) {
            document.getElementById('project-issue-types').textContent = (project.issueTypes || []).map(function (type) { return type.name; }).join(', ');
        });
    });
});
