/** The dialogs of the issue view: edit, assign, and transitions that may carry an assignee and a comment. */
define('embedded/issue-dialogs', ['embedded/rest', 'embedded/dom', 'embedded/people'], function (rest, dom, people) {
    'use strict';

    function field(label, id, control) {
        control.id = id;
        return dom.element('div', {'class': 'field-group'}, dom.element('label', {'for': id}, label), control);
    }

    /** Opens a dialog with a form; submit returns a promise, and the dialog closes when it is kept. */
    function open(id, title, submitLabel, fields, submit) {
        var form = dom.element('form', {'class': 'aui'}, dom.fill(dom.element('div', {}), fields));
        var button = dom.element('button', {'class': 'aui-button aui-button-primary', id: id + '-submit', type: 'submit', form: id + '-form'}, submitLabel);
        var cancel = dom.element('button', {'class': 'aui-button aui-button-link cancel', type: 'button'}, 'Cancel');
        var error = dom.element('div', {role: 'alert'});
        form.id = id + '-form';
        var section = dom.element('section', {id: id, 'class': 'aui-dialog2 aui-dialog2-medium aui-layer', role: 'dialog', 'aria-modal': 'true',
            'aria-labelledby': id + '-title', hidden: '', 'data-aui-remove-on-hide': 'true'},
            dom.element('header', {'class': 'aui-dialog2-header'}, dom.element('h1', {'class': 'aui-dialog2-header-main', id: id + '-title'}, title)),
            dom.element('div', {'class': 'aui-dialog2-content'}, error, form),
            dom.element('footer', {'class': 'aui-dialog2-footer'}, dom.element('div', {'class': 'aui-dialog2-footer-actions'}, button, cancel)));
        document.body.append(section);
        var dialog = AJS.dialog2(section);
        cancel.addEventListener('click', function () { dialog.hide(); });
        form.addEventListener('submit', function (event) {
            event.preventDefault();
            button.disabled = true;
            submit(form).then(function () {
                dialog.hide();
            }).catch(function (problem) {
                button.disabled = false;
                dom.fill(error, [dom.element('div', {'class': 'aui-message aui-message-error'}, problem.message)]);
            });
        });
        dialog.show();
    }

    function assigneeField(key, current, first) {
        var select = dom.element('select', {'class': 'select'});
        people.assignees(select, 'issueKey=' + key, current, first);
        return field('Assignee', 'assignee', select);
    }

    function textarea(id, label, value) {
        return field(label, id, dom.element('textarea', {'class': 'textarea long-field', rows: '5'}, value || ''));
    }

    return {
        edit: function (issue, done) {
            var summary = dom.element('input', {'class': 'text long-field', type: 'text', value: issue.fields.summary, required: ''});
            var fields = [field('Summary', 'edit-summary', summary), textarea('edit-description', 'Description', issue.fields.description)];
            open('edit-issue-dialog', 'Edit Issue : ' + issue.key, 'Update', fields, function () {
                return rest.put('/rest/api/2/issue/' + issue.key, {fields: {summary: summary.value,
                    description: document.getElementById('edit-description').value}}).then(done);
            });
        },
        assign: function (issue, done) {
            open('assign-dialog', 'Assign : ' + issue.key, 'Assign', [assigneeField(issue.key, issue.fields.assignee)], function (form) {
                return rest.put('/rest/api/2/issue/' + issue.key + '/assignee', {name: form.querySelector('#assignee').value || null}).then(done);
            });
        },
        transition: function (issue, transition, done) {
            var unchanged = [people.option('-keep-', 'Do not change', true), people.option('', 'Unassigned')];
            var fields = [assigneeField(issue.key, null, unchanged), textarea('transition-comment', 'Comment')];
            open('issue-workflow-transition', transition.name, transition.name, fields, function (form) {
                var body = {transition: {id: transition.id}};
                var assignee = form.querySelector('#assignee').value;
                var comment = form.querySelector('#transition-comment').value.trim();
                if (assignee !== '-keep-') {
                    body.fields = {assignee: {name: assignee || null}};
                }
                if (comment) {
                    body.update = {comment: [{add: {body: comment}}]};
                }
                return rest.post('/rest/api/2/issue/' + issue.key + '/transitions', body).then(done);
            });
        }
    };
});
