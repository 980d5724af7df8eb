/** Choosing people: who can be assigned, and who may see a comment. */
define('embedded/people', ['embedded/rest', 'embedded/dom'], function (rest, dom) {
    'use strict';

    function option(value, text, chosen) {
        var made = dom.element('option', {value: value}, text);
        made.selected = Boolean(chosen);
        return made;
    }

    /** Fills a select with the people who can be assigned; query names the issue or the project. */
    function assignees(select, query, current, first) {
        return rest.get('/rest/api/2/user/assignable/search?maxResults=100&' + query).then(function (people) {
            var options = (first || [option('', 'Unassigned', !current)]).concat(people.map(function (person) {
                return option(person.name, person.displayName, current && current.name === person.name);
            }));
            dom.fill(select, options);
        });
    }

    function roles(projectKey) {
        return rest.get('/rest/api/2/project/' + projectKey + '/role').then(function (byName) {
            return Object.keys(byName).sort().map(function (name) { return option('role:' + name, name); });
        }).catch(function () { return []; });
    }

    function groups() {
        return rest.get('/rest/api/2/myself?expand=groups').then(function (myself) {
            return ((myself.groups && myself.groups.items) || []).map(function (group) { return option('group:' + group.name, group.name); });
        }).catch(function () { return []; });
    }

    function labelled(label, options) {
        return options.length ? [dom.fill(dom.element('optgroup', {label: label}), options)] : [];
    }

    /** Fills a select with the levels of visibility of a comment. */
    function commentLevels(select, projectKey) {
        return Promise.all([roles(projectKey), groups()]).then(function (found) {
            dom.fill(select, [option('', 'All users', true)].concat(labelled('Project Roles', found[0]), labelled('Groups', found[1])));
        });
    }

    /** What REST wants to hear about a chosen level; undefined for all users. */
    function visibility(level) {
        var colon = level.indexOf(':');
        return colon < 0 ? undefined : {type: level.substring(0, colon), value: level.substring(colon + 1)};
    }

    return {assignees: assignees, commentLevels: commentLevels, visibility: visibility, option: option};
});
