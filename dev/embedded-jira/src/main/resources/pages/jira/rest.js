/** Jira's REST and small helpers for the pages: every text from REST goes into the page as text, never as markup. */
define('embedded/rest', ['wrm/context-path'], function (contextPath) {
    'use strict';

    function messageOf(answer, body) {
        var errors = body && body.errors ? Object.keys(body.errors).map(function (field) { return body.errors[field]; }) : [];
        var messages = ((body && body.errorMessages) || []).concat(errors);
        return messages.length ? messages.join(' ') : (body && body.message) || 'Jira answered ' + answer.status + '.';
    }

    function call(method, path, content) {
        var options = {method: method, credentials: 'same-origin', headers: {Accept: 'application/json'}};
        if (content instanceof FormData) {
            options.body = content;
            options.headers['X-Atlassian-Token'] = 'no-check';
        } else if (content !== undefined) {
            options.body = JSON.stringify(content);
            options.headers['Content-Type'] = 'application/json';
        }
        return fetch(contextPath() + path, options).then(function (answer) {
            return answer.text().then(function (text) {
                var body;
                try {
                    body = text ? JSON.parse(text) : null;
                } catch (noJson) {
                    body = null;
                }
                if (!answer.ok) {
                    throw new Error(messageOf(answer, body));
                }
                return body;
            });
        });
    }

    return {
        get: function (path) { return call('GET', path); },
        post: function (path, content) { return call('POST', path, content); },
        put: function (path, content) { return call('PUT', path, content); },
        remove: function (path) { return call('DELETE', path); }
    };
});

define('embedded/dom', ['wrm/context-path'], function (contextPath) {
    'use strict';

    /** element('a', {href: '/x', class: 'y'}, 'text', child, ...) */
    function element(name, attributes) {
        var made = document.createElement(name);
        Object.keys(attributes || {}).forEach(function (key) {
            made.setAttribute(key, attributes[key]);
        });
        Array.prototype.slice.call(arguments, 2).forEach(function (child) {
            if (child !== null && child !== undefined) {
                made.append(child);
            }
        });
        return made;
    }

    function fill(parent, children) {
        parent.replaceChildren.apply(parent, children);
        return parent;
    }

    function avatar(name, size) {
        return element('span', {'class': 'aui-avatar aui-avatar-' + (size || 'xsmall')}, element('span', {'class': 'aui-avatar-inner'},
            element('img', {src: contextPath() + '/secure/useravatar?ownerId=' + encodeURIComponent(name), alt: ''})));
    }

    function user(person, nobody) {
        return person ? element('span', {'class': 'user-hover', rel: person.name}, avatar(person.name), ' ', person.displayName)
            : element('em', {}, nobody || 'Unassigned');
    }

    var STATUS_CLASS = {'new': 'aui-lozenge-moved', indeterminate: 'aui-lozenge-inprogress', done: 'aui-lozenge-success'};

    function status(value, id) {
        var category = value.statusCategory ? value.statusCategory.key : '';
        var lozenge = element('span', {'class': 'jira-issue-status-lozenge aui-lozenge aui-lozenge-subtle ' + (STATUS_CLASS[category] || '')}, value.name);
        return element('span', id ? {id: id} : {}, lozenge);
    }

    function issueType(type) {
        return element('span', {'class': 'issue-type issue-type-' + type.name.toLowerCase(), title: type.name, role: 'img', 'aria-label': type.name});
    }

    function time(iso) {
        var at = new Date(iso.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'));
        return element('time', {datetime: iso, title: at.toLocaleString()}, at.toLocaleString(undefined, {dateStyle: 'medium', timeStyle: 'short'}));
    }

    function issueLink(key, text) {
        return element('a', {'class': 'issue-link', 'data-issue-key': key, href: contextPath() + '/browse/' + key}, text || key);
    }

    return {element: element, fill: fill, user: user, status: status, issueType: issueType, time: time, issueLink: issueLink, avatar: avatar};
});

AJS.toInit(function () {
    'use strict';
    require(['embedded/rest', 'embedded/dom', 'wrm/context-path'], function (rest, dom, contextPath) {
        rest.get('/rest/api/2/project').then(function (projects) {
            dom.fill(document.getElementById('browse_link-projects'), projects.map(function (project) {
                return dom.element('li', {}, dom.element('a', {href: contextPath() + '/browse/' + project.key}, project.name + ' (' + project.key + ')'));
            }));
        }).catch(function () {
            // Nobody to list projects for: the menu stays empty.
        });
        var drop = document.getElementById('websudo-drop');
        if (drop) {
            drop.addEventListener('click', function (event) {
                event.preventDefault();
                rest.remove('/rest/auth/1/websudo').then(function () {
                    location.assign(contextPath() + '/secure/Dashboard.jspa');
                });
            });
        }
    });
});
