/* Links a conversation: by its address or id, or by choosing one that a search has found. */
define('intercom-for-jira/link-dialog', ['intercom-for-jira/page', 'intercom-for-jira/words'], function (page, words) {
    'use strict';

    const el = page.el;

    /** An id or an address is linked, anything else is searched for. */
    function namesOne(text) {
        return /^\d{5,40}$/.test(text) || /^https?:\/\//i.test(text);
    }

    class LinkDialog {
        constructor(options) {
            this.options = options;
            this.input = el('input', {
                id: 'intercom-link-query', type: 'text', className: 'text', autocomplete: 'off', maxlength: '2000',
                'aria-describedby': 'intercom-link-hint intercom-link-error'
            });
            this.error = el('div', {id: 'intercom-link-error', className: 'error', role: 'alert'});
            this.status = el('p', {className: 'intercom-found-status', role: 'status'});
            this.results = el('div', {className: 'intercom-found'});
            this.linkButton = page.button(AJS.I18n.getText('intercom.link.form.submit'), () => this.linkTyped(), 'aui-button-primary intercom-link-submit');
            this.searchButton = page.button(AJS.I18n.getText('intercom.link.form.search'), () => this.search(), 'intercom-link-search');
        }

        show() {
            const form = el('form', {
                className: 'aui top-label intercom-link-form',
                onsubmit: (event) => {
                    event.preventDefault();
                    namesOne(this.typed()) ? this.linkTyped() : this.search();
                }
            },
            el('div', {className: 'field-group'}, el('label', {'for': 'intercom-link-query'}, AJS.I18n.getText('intercom.link.form.label')),
                this.input, ' ', this.searchButton,
                el('div', {id: 'intercom-link-hint', className: 'description'}, AJS.I18n.getText('intercom.link.form.hint')), this.error));
            this.dialog = page.openDialog({
                title: AJS.I18n.getText('intercom.link.form.title', this.options.issueKey), className: 'aui-dialog2-medium intercom-link-dialog',
                content: [form, this.status, this.results],
                actions: [this.linkButton, page.button(AJS.I18n.getText('intercom.link.form.cancel'), () => this.dialog.hide(), 'aui-button-link')],
                opener: this.options.opener, focus: this.input
            });
        }

        typed() {
            return this.input.value.trim();
        }

        /** Runs a call that needs what was typed, with the buttons off meanwhile. */
        attempt(work) {
            this.error.textContent = this.typed() ? '' : AJS.I18n.getText('intercom.link.form.empty');
            if (!this.typed()) {
                this.input.focus();
                return;
            }
            this.busy(true);
            work().catch((failure) => {
                this.status.textContent = '';
                this.error.textContent = failure.message;
                this.input.focus();
            }).then(() => this.busy(false));
        }

        busy(busy) {
            [this.linkButton, this.searchButton, ...this.results.querySelectorAll('button')].forEach((each) => {
                each.disabled = busy;
            });
        }

        linkTyped() {
            this.attempt(() => this.link(this.typed()));
        }

        link(conversation) {
            return page.call('POST', '/issues/' + encodeURIComponent(this.options.issueKey) + '/links', {conversation: conversation}).then(() => {
                this.dialog.hide();
                this.options.onLinked();
            });
        }

        search() {
            this.attempt(() => {
                this.results.replaceChildren();
                this.status.textContent = AJS.I18n.getText('intercom.link.form.searching');
                return page.call('GET', '/conversations?projectKey=' + encodeURIComponent(this.options.projectKey) + '&query=' + encodeURIComponent(this.typed()))
                    .then((answer) => this.draw(answer.conversations));
            });
        }

        draw(found) {
            this.status.textContent = found.length === 0 ? AJS.I18n.getText('intercom.link.form.none')
                : found.length === 1 ? AJS.I18n.getText('intercom.link.form.one') : AJS.I18n.getText('intercom.link.form.found', found.length);
            this.results.replaceChildren(...(found.length === 0 ? []
                : [el('ul', {className: 'intercom-cards', 'aria-label': AJS.I18n.getText('intercom.link.form.results')}, found.map((each) => this.result(each)))]));
        }

        result(each) {
            const title = each.subject || AJS.I18n.getText('intercom.link.card.conversation', each.conversationId);
            return el('li', {className: 'intercom-card intercom-result', 'data-conversation-id': each.conversationId},
                el('div', {className: 'intercom-result-text'}, el('strong', {className: 'intercom-subject'}, title),
                    el('p', {className: 'intercom-meta'}, words.stateLozenge(each.state), words.contactLine(each.contactKind, each.contactName),
                        each.updatedAt ? page.when(each.updatedAt) : null)),
                page.button(AJS.I18n.getText('intercom.link.form.submit'), () => this.attempt(() => this.link(each.conversationId)), '',
                    {'aria-label': AJS.I18n.getText('intercom.link.form.choose', title)}));
        }
    }

    /** Options: issueKey, projectKey, opener, onLinked. */
    return function open(options) {
        new LinkDialog(options).show();
    };
});
