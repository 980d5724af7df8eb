AJS.toInit(function () {
    'use strict';
    require(['embedded/rest', 'embedded/dom', 'jira/util/data/meta'], function (rest, dom, Meta) {
        var address = '/rest/api/2/project/' + Meta.get('project-key') + '/role';
        rest.get(address).then(function (byName) {
            return Promise.all(Object.keys(byName).sort().map(function (name) {
                return rest.get(address + '/' + byName[name].split('/').pop());
            }));
        }).then(function (roles) {
            dom.fill(document.querySelector('#project-roles tbody'), roles.map(function (role) {
                return dom.element('tr', {}, dom.element('td', {}, role.name),
                    dom.element('td', {}, (role.actors || []).map(function (actor) { return actor.displayName || actor.name; }).join(', ')));
            }));
        });
    });
});
