/** The issue view: loads, refreshes without loading the page again, and tells apps about it as Jira does. */
AJS.toInit(function ($) {
    'use strict';
    require(['embedded/rest', 'embedded/dom', 'embedded/issue-fields', 'embedded/issue-activity', 'embedded/issue-dialogs', 'jira/util/events',
        'jira/util/events/types', 'jira/util/events/reasons', 'jira/util/data/meta'
    ], function (rest, dom, fields, activity, dialogs, Events, Types, Reasons, Meta) {
        var key = Meta.get('issue-key');
        var issue;

        function transitionButton(transition) {
            var button = dom.element('a', {'class': 'aui-button toolbar-trigger issueaction-workflow-transition', id: 'action_id_' + transition.id,
                href: '#', role: 'button', title: transition.name}, transition.name);
            button.addEventListener('click', function (event) {
                event.preventDefault();
                dialogs.transition(issue, transition, refresh);
            });
            return button;
        }

        function showTransitions() {
            var bar = document.getElementById('opsbar-opsbar-transitions');
            return bar ? rest.get('/rest/api/2/issue/' + key + '/transitions').then(function (found) {
                dom.fill(bar, found.transitions.filter(function (transition) {
                    return transition.to.id !== issue.fields.status.id;
                }).map(transitionButton));
            }) : null;
        }

        function load() {
            var address = '/rest/api/2/issue/' + key;
            return Promise.all([rest.get(address + '?expand=changelog'), rest.get(address + '/comment')]).then(function (found) {
                issue = found[0];
                fields.show(issue);
                activity.show(found[1].comments, (issue.changelog && issue.changelog.histories) || []);
                return showTransitions();
            }).catch(function (problem) {
                AJS.flag({type: 'error', title: 'The issue could not be loaded', body: AJS.escapeHtml(problem.message)});
            });
        }

        function replacePanels() {
            return rest.get('/secure/AjaxIssueAction!default.jspa?issueKey=' + encodeURIComponent(key)).then(function (answer) {
                $('#customfieldmodule').empty().append($.parseHTML(answer.customFields));
                var place = $('#plugin-panels').empty();
                answer.panels.rightPanels.forEach(function (panel) {
                    var made = $($.parseHTML(panel.html.trim()));
                    place.append(made);
                    Events.trigger(Types.NEW_CONTENT_ADDED, [made, Reasons.panelRefreshed]);
                });
            });
        }

        function refresh() {
            return load().then(replacePanels).then(function () {
                Events.trigger(Types.ISSUE_REFRESHED, [Meta.get('issue-id')]);
            });
        }

        function bind(id, open) {
            var button = document.getElementById(id);
            if (button) {
                button.addEventListener('click', function (event) {
                    event.preventDefault();
                    open(issue, refresh);
                });
            }
        }

        bind('edit-issue', dialogs.edit);
        bind('assign-issue', dialogs.assign);
        activity.bindForm(key, Meta.get('project-key'), refresh);
        Events.bind(Types.REFRESH_ISSUE_PAGE, refresh);
        load().then(function () {
            document.getElementById('issue-content').setAttribute('data-loaded', 'true');
        });
    });
});
