/* Writes to a conversation: a note for teammates, or a reply, which goes out only after a second look at who gets it. */
define('intercom-for-jira/write-dialog', ['intercom-for-jira/page', 'intercom-for-jira/words'], function (page, words) {
    'use strict';

    const el = page.el;

    class WriteDialog {
        constructor(options) {
            this.options = options;
            const contact = (options.link.snapshot || {}).contact;
            this.customer = (contact && contact.name) || AJS.I18n.getText('intercom.conversation.write.confirm.customer');
            this.body = el('textarea', {id: 'intercom-write-body', className: 'textarea full-width-field', rows: '6', maxlength: '10000',
                'aria-describedby': 'intercom-write-error'});
            this.error = el('div', {id: 'intercom-write-error', className: 'error', role: 'alert'});
            this.place = el('div', {});
            this.actions = el('span', {});
        }

        show() {
            this.dialog = page.openDialog({
                title: AJS.I18n.getText('intercom.conversation.write.title', words.titleOf(this.options.link)),
                className: 'aui-dialog2-medium intercom-write-dialog', content: [this.place], actions: [this.actions], opener: this.options.opener
            });
            this.form = el('form', {
                className: 'aui top-label',
                onsubmit: (event) => {
                    event.preventDefault();
                    this.proceed();
                }
            },
            this.options.repliesAllowed ? el('fieldset', {className: 'group'}, el('legend', {}, el('span', {}, AJS.I18n.getText('intercom.conversation.write.type'))),
                this.choice('note', AJS.I18n.getText('intercom.conversation.write.note'), true),
                this.choice('reply', AJS.I18n.getText('intercom.conversation.write.reply'), false))
                : el('p', {}, AJS.I18n.getText('intercom.conversation.write.note')),
            el('div', {className: 'field-group'}, el('label', {'for': 'intercom-write-body'}, AJS.I18n.getText('intercom.conversation.write.body')), this.body, this.error));
            this.showForm();
        }

        choice(value, label, checked) {
            const id = 'intercom-write-' + value;
            return el('div', {className: 'radio'}, el('input', {type: 'radio', className: 'radio', name: 'type', value: value, id: id, checked: checked}),
                el('label', {'for': id}, label));
        }

        isReply() {
            const chosen = this.form.querySelector('input[name=type]:checked');
            return Boolean(chosen) && chosen.value === 'reply';
        }

        showForm() {
            this.place.replaceChildren(this.form);
            this.actions.replaceChildren(
                page.button(AJS.I18n.getText('intercom.conversation.write.submit'), () => this.proceed(), 'aui-button-primary intercom-write-submit'),
                page.button(AJS.I18n.getText('intercom.conversation.write.cancel'), () => this.dialog.hide(), 'aui-button-link'));
            this.body.focus();
        }

        proceed() {
            if (!this.body.value.trim()) {
                this.error.textContent = AJS.I18n.getText('intercom.conversation.write.empty');
                this.body.focus();
            } else if (this.isReply()) {
                this.confirm();
            } else {
                this.send('note');
            }
        }

        confirm() {
            const heading = el('h3', {tabindex: '-1'}, AJS.I18n.getText('intercom.conversation.write.confirm.title', this.customer));
            this.place.replaceChildren(heading, el('p', {}, AJS.I18n.getText('intercom.conversation.write.confirm.text', this.customer)),
                el('blockquote', {className: 'intercom-preview'}, this.body.value.trim()), this.error);
            this.actions.replaceChildren(
                page.button(AJS.I18n.getText('intercom.conversation.write.confirm.submit', this.customer), () => this.send('reply'), 'aui-button-primary intercom-write-confirm'),
                page.button(AJS.I18n.getText('intercom.conversation.write.confirm.back'), () => this.showForm(), 'aui-button-link'));
            heading.focus();
        }

        send(type) {
            const submit = this.actions.querySelector('.aui-button-primary');
            submit.disabled = true;
            this.error.textContent = '';
            page.call('POST', '/issues/' + encodeURIComponent(this.options.issueKey) + '/conversations/'
                + encodeURIComponent(this.options.link.conversationId) + '/parts', {type: type, body: this.body.value.trim()})
                .then(() => {
                    this.dialog.hide();
                    this.options.onWritten();
                }).catch((failure) => {
                    submit.disabled = false;
                    this.error.textContent = failure.message;
                });
        }
    }

    /** Options: issueKey, link, repliesAllowed, opener, onWritten. */
    return function open(options) {
        new WriteDialog(options).show();
    };
});
