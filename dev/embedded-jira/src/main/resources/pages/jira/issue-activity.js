/** Comments, the form for a new one, and the history. */
define('embedded/issue-activity', ['embedded/rest', 'embedded/dom', 'embedded/people'], function (rest, dom, people) {
    'use strict';

    function comment(one) {
        var restricted = one.visibility ? dom.element('span', {'class': 'redText', title: 'Restricted to ' + one.visibility.value},
            dom.element('span', {'class': 'aui-icon aui-icon-small aui-iconfont-locked'}), ' ' + one.visibility.value) : null;
        return dom.element('div', {'class': 'issue-data-block activity-comment twixi-block', id: 'comment-' + one.id},
            dom.element('div', {'class': 'action-head'}, dom.user(one.author, 'Anonymous'), ' added a comment - ', dom.time(one.created), ' ', restricted),
            dom.element('div', {'class': 'action-body plain'}, one.body));
    }

    function change(item) {
        return dom.element('tr', {}, dom.element('td', {'class': 'activity-name'}, item.field),
            dom.element('td', {'class': 'activity-old-val'}, item.fromString || 'None'), dom.element('td', {'class': 'activity-new-val'}, item.toString_ || 'None'));
    }

    function history(group) {
        var rows = group.items.map(function (item) {
            return change({field: item.field, fromString: item.fromString, toString_: Object.prototype.hasOwnProperty.call(item, 'toString') ? item.toString : ''});
        });
        var table = dom.element('table', {'class': 'aui changehistory'}, dom.element('thead', {}, dom.element('tr', {},
            dom.element('th', {}, 'Field'), dom.element('th', {}, 'Original Value'), dom.element('th', {}, 'New Value'))), dom.fill(dom.element('tbody', {}), rows));
        return dom.element('div', {'class': 'issue-data-block', id: 'changehistory-' + group.id},
            dom.element('div', {'class': 'action-head'}, dom.user(group.author, 'Anonymous'), ' made changes - ', dom.time(group.created)), table);
    }

    function show(place, blocks, nothing) {
        dom.fill(document.getElementById(place), blocks.length ? blocks : [dom.element('p', {'class': 'message-container'}, nothing)]);
    }

    function bindForm(key, projectKey, done) {
        var form = document.getElementById('issue-comment-add');
        if (!form) {
            return;
        }
        var open = document.getElementById('footer-comment-button');
        function toggle(opened) {
            form.hidden = !opened;
            open.hidden = opened;
            if (opened) {
                people.commentLevels(document.getElementById('commentLevel'), projectKey);
                document.getElementById('comment').focus();
            }
        }
        [open, document.getElementById('comment-issue')].forEach(function (button) {
            button.addEventListener('click', function (event) {
                event.preventDefault();
                toggle(true);
            });
        });
        document.getElementById('issue-comment-add-cancel').addEventListener('click', function (event) {
            event.preventDefault();
            toggle(false);
        });
        form.addEventListener('submit', function (event) {
            event.preventDefault();
            var body = {body: document.getElementById('comment').value};
            var visibility = people.visibility(document.getElementById('commentLevel').value);
            if (visibility) {
                body.visibility = visibility;
            }
            rest.post('/rest/api/2/issue/' + key + '/comment', body).then(function () {
                document.getElementById('comment').value = '';
                toggle(false);
                return done();
            }).catch(function (problem) {
                AJS.flag({type: 'error', title: 'The comment was not added', body: AJS.escapeHtml(problem.message)});
            });
        });
    }

    return {
        bindForm: bindForm,
        show: function (comments, histories) {
            show('issue_actions_container', comments.map(comment), 'There are no comments yet on this issue.');
            show('issue_history_container', histories.map(history), 'No changes have yet been made on this issue.');
        }
    };
});
