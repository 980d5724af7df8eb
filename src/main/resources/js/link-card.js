/* One linked conversation in the panel: what it is about, who the customer is, and what can be done. */
define('intercom-for-jira/card', ['intercom-for-jira/page', 'intercom-for-jira/words', 'intercom-for-jira/conversation-dialog', 'intercom-for-jira/write-dialog'
], function (page, words, openConversation, openWriteDialog) {
    'use strict';

    const el = page.el;
    const LOOK_AGAIN = 1500;
    const MOST_LOOKS = 40;
    const WHILE_PRESSED = 100;

    function fieldList(fields) {
        return fields.length === 0 ? null : el('dl', {className: 'intercom-fields'}, fields.map((field) =>
            [el('dt', {}, words.fieldLabel(field)), el('dd', {}, field.time ? page.when(field.time) : field.value)]));
    }

    return class Card {
        constructor(panel, id) {
            this.panel = panel;
            this.id = id;
            this.node = el('li', {className: 'intercom-card'});
            this.unsent = el('div', {className: 'intercom-unsent'});
            this.spoken = el('p', {className: 'intercom-spoken', role: 'status'});
            this.looks = 0;
        }

        /** Draws the card if anything in it has changed. What is pressed stays until it is let go: the click on it would be lost. */
        show(link, view) {
            clearTimeout(this.later);
            if (this.node.matches(':active')) {
                this.later = setTimeout(() => this.show(link, view), WHILE_PRESSED);
                return;
            }
            const now = JSON.stringify([link, view.permissions, view.connection, view.linkingEnabled, view.conversationViewEnabled, view.repliesAllowed]);
            if (now === this.shown) {
                return;
            }
            this.shown = now;
            this.link = link;
            this.view = view;
            const open = this.node.querySelector('details') ? this.node.querySelector('details').open : false;
            const focused = this.node.contains(document.activeElement) ? document.activeElement.dataset.role : null;
            this.node.dataset.conversationId = link.conversationId;
            this.node.dataset.state = link.state;
            this.node.dataset.stale = String(link.stale);
            this.node.replaceChildren(...this.content(open).filter(Boolean));
            if (focused) {
                (this.node.querySelector('[data-role="' + focused + '"]') || this.panel.place()).focus();
            }
            if (link.unsent || this.unsent.childElementCount > 0) {
                this.loadUnsent(0);
            }
        }

        content(open) {
            const link = this.link;
            const seen = link.snapshot || {};
            const special = words.remark(link);
            const title = words.titleOf(link);
            return [
                el('a', {className: 'intercom-subject', href: link.url, target: '_blank', rel: 'noopener noreferrer', 'data-role': 'subject',
                    title: AJS.I18n.getText('intercom.link.card.open.title')}, title),
                seen.excerpt && seen.excerpt !== title ? el('p', {className: 'intercom-excerpt'}, seen.excerpt) : null,
                el('p', {className: 'intercom-meta'},
                    link.state === 'gone' ? null : words.stateLozenge(seen.state),
                    special ? el('span', {className: 'aui-lozenge aui-lozenge-moved'}, special[0]) : null,
                    seen.contact ? words.contactLine(seen.contact.kind, seen.contact.name) : null,
                    seen.updatedAt ? page.when(seen.updatedAt) : null),
                special ? el('p', {className: 'intercom-remark'}, special[1]) : null,
                link.state === 'gone' || link.state === 'forbidden' ? el('p', {className: 'intercom-remark'}, AJS.I18n.getText('intercom.link.card.id', link.conversationId)) : null,
                this.details(seen, open), this.unsent, this.spoken, this.actions(title)
            ];
        }

        details(seen, open) {
            const fields = seen.contact ? fieldList(seen.contact.fields) : null;
            const companies = (seen.companies || []).map((company) => el('div', {className: 'intercom-company'},
                el('p', {className: 'intercom-company-name'}, AJS.I18n.getText('intercom.link.card.company') + ': ' + (company.name || AJS.I18n.getText('intercom.link.card.unnamed'))), fieldList(company.fields)));
            if (!fields && companies.length === 0) {
                return null;
            }
            return el('details', {className: 'intercom-details', open: open},
                el('summary', {'data-role': 'details'}, AJS.I18n.getText('intercom.link.card.details')), fields, companies,
                this.link.stale && this.link.snapshotAt ? el('p', {className: 'intercom-remark'}, AJS.I18n.getText('intercom.link.card.readAt'), ' ', page.when(this.link.snapshotAt)) : null);
        }

        actions(title) {
            const reachable = this.view.connection.state === 'connected' && (this.link.state === 'ok' || this.link.state === 'unchecked');
            const actions = [];
            if (reachable && this.view.conversationViewEnabled) {
                actions.push(this.action('view', AJS.I18n.getText('intercom.link.card.view'), AJS.I18n.getText('intercom.link.card.view.label', title),
                    (opener) => openConversation({issueKey: this.panel.issueKey, link: this.link, opener: opener, onRead: () => this.panel.look().catch(() => {})})));
            }
            if (reachable && this.view.permissions.canLink && this.view.linkingEnabled) {
                actions.push(this.action('write', AJS.I18n.getText('intercom.link.card.write'), AJS.I18n.getText('intercom.link.card.write.label', title),
                    (opener) => openWriteDialog({issueKey: this.panel.issueKey, link: this.link, repliesAllowed: this.view.repliesAllowed, opener: opener,
                        onWritten: () => this.written()})));
            }
            if (this.view.permissions.canLink) {
                actions.push(this.action('unlink', AJS.I18n.getText('intercom.link.unlink'), AJS.I18n.getText('intercom.link.unlink.label', title),
                    () => this.confirmUnlink(title)));
            }
            return actions.length === 0 ? null : el('p', {className: 'intercom-actions'}, actions);
        }

        action(role, label, spoken, run) {
            return page.button(label, () => run(() => this.node.querySelector('[data-role="' + role + '"]')), 'aui-button-link intercom-' + role,
                {'aria-label': spoken, 'data-role': role});
        }

        confirmUnlink(title) {
            const error = el('div', {role: 'alert', className: 'error'});
            let removed = false;
            const confirm = page.button(AJS.I18n.getText('intercom.link.unlink'), () => {
                confirm.disabled = true;
                page.call('DELETE', this.panel.path + '/' + encodeURIComponent(this.link.conversationId) + '?workspace=' + encodeURIComponent(this.link.workspace.id))
                    .then(() => {
                        removed = true;
                        dialog.hide();
                        return this.panel.load(AJS.I18n.getText('intercom.link.unlink.done'));
                    }).catch((failure) => {
                        confirm.disabled = false;
                        error.textContent = failure.message;
                    });
            }, 'aui-button-primary intercom-unlink-confirm');
            const dialog = page.openDialog({
                title: AJS.I18n.getText('intercom.link.unlink.title'), className: 'aui-dialog2-small intercom-unlink-dialog',
                content: [el('p', {}, AJS.I18n.getText('intercom.link.unlink.question', title, this.panel.issueKey)), error],
                actions: [confirm, page.button(AJS.I18n.getText('intercom.link.unlink.cancel'), () => dialog.hide(), 'aui-button-link')],
                opener: () => removed ? this.panel.place() : this.node.querySelector('[data-role="unlink"]'), focus: confirm
            });
        }

        written() {
            this.spoken.textContent = AJS.I18n.getText('intercom.conversation.write.done');
            this.loadUnsent(0);
        }

        partsPath() {
            return '/issues/' + encodeURIComponent(this.panel.issueKey) + '/conversations/' + encodeURIComponent(this.link.conversationId) + '/parts';
        }

        /** What was written and is not there yet; while it waits, we look again. */
        loadUnsent(turn) {
            clearTimeout(this.timer);
            const number = this.looks += 1;
            page.call('GET', this.partsPath()).then((answer) => {
                // the answer to an older question may come later
                if (number !== this.looks) {
                    return;
                }
                const before = this.unsent.childElementCount;
                this.unsent.replaceChildren(...answer.parts.map((part) => this.unsentPart(part)));
                if (answer.parts.length === 0 && (before > 0 || this.spoken.textContent)) {
                    this.spoken.textContent = AJS.I18n.getText('intercom.link.card.unsent.sent');
                    this.panel.look().catch(() => {});
                } else if (answer.parts.some((part) => part.state === 'failed')) {
                    this.spoken.textContent = '';
                }
                this.lookAgain(turn);
            }).catch(() => number === this.looks && this.lookAgain(turn));
        }

        lookAgain(turn) {
            if (this.unsent.querySelector('[data-state="waiting"]') && turn < MOST_LOOKS && this.node.isConnected) {
                this.timer = setTimeout(() => this.loadUnsent(turn + 1), LOOK_AGAIN);
            }
        }

        unsentPart(part) {
            const failed = part.state === 'failed';
            const again = (method, path) => () => page.call(method, this.partsPath() + '/' + encodeURIComponent(part.id) + path)
                .then(() => this.loadUnsent(0), (failure) => {
                    this.spoken.textContent = failure.message;
                });
            return el('div', {className: 'intercom-unsent-part', 'data-state': part.state},
                el('p', {className: 'intercom-meta'},
                    el('span', {className: 'aui-lozenge ' + (failed ? 'aui-lozenge-error' : 'aui-lozenge-current')},
                        failed ? AJS.I18n.getText('intercom.link.card.unsent.failed') : AJS.I18n.getText('intercom.link.card.unsent.waiting')),
                    el('span', {}, part.type === 'reply' ? AJS.I18n.getText('intercom.link.card.unsent.reply', part.author) : AJS.I18n.getText('intercom.link.card.unsent.note', part.author))),
                part.body ? el('p', {className: 'intercom-unsent-body'}, part.body) : null,
                failed ? el('p', {className: 'intercom-remark'}, part.reason) : null,
                failed && this.view.permissions.canLink ? el('p', {className: 'intercom-actions'},
                    page.button(AJS.I18n.getText('intercom.link.card.unsent.retry'), again('POST', '/retry'), 'aui-button-link intercom-retry'),
                    page.button(AJS.I18n.getText('intercom.link.card.unsent.discard'), again('DELETE', ''), 'aui-button-link intercom-discard')) : null);
        }
    };
});
