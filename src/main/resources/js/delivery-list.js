/* What waits for Intercom and what has failed, and what can be done about it. */
(function () {
    'use strict';

    const LIMIT = 50;

    function stateText(state) {
        switch (state) {
            case 'waiting': return AJS.I18n.getText('intercom.administration.deliveries.state.waiting');
            case 'blocked': return AJS.I18n.getText('intercom.administration.deliveries.state.blocked');
            case 'held': return AJS.I18n.getText('intercom.administration.deliveries.state.held');
            case 'sending': return AJS.I18n.getText('intercom.administration.deliveries.state.sending');
            case 'failed': return AJS.I18n.getText('intercom.administration.deliveries.state.failed');
            default: return state;
        }
    }

    function button(text, label, act) {
        const made = document.createElement('button');
        made.type = 'button';
        made.className = 'aui-button aui-button-link';
        made.textContent = text;
        made.setAttribute('aria-label', label);
        made.addEventListener('click', () => act(made));
        return made;
    }

    class Deliveries {
        constructor(section) {
            this.admin = window.IntercomAdministration;
            this.section = section;
            this.state = document.getElementById('intercom-deliveries-state');
            this.summary = document.getElementById('intercom-deliveries-summary');
            this.reasons = document.getElementById('intercom-delivery-reasons');
            this.list = document.getElementById('intercom-delivery-list');
            this.more = document.getElementById('intercom-deliveries-more');
            this.loads = 0;
        }

        start() {
            document.getElementById('intercom-deliveries-form').addEventListener('submit', (event) => event.preventDefault());
            document.getElementById('intercom-deliveries-refresh').addEventListener('click', () => this.load());
            this.state.addEventListener('change', () => this.load());
            this.more.addEventListener('click', () => this.load(this.more.dataset.after));
            return this.load();
        }

        /** @param after the place where the page before ended; without it, from the beginning */
        load(after) {
            this.loads++;
            const number = this.loads;
            this.section.setAttribute('aria-busy', 'true');
            const query = '?state=' + this.state.value + '&limit=' + LIMIT + (after ? '&after=' + encodeURIComponent(after) : '');
            return this.admin.call('GET', '/deliveries' + query)
                // the answer to an older question may come later
                .then((page) => number === this.loads && this.show(page, after))
                .catch(this.admin.tell)
                .then(() => number === this.loads && this.section.setAttribute('aria-busy', 'false'));
        }

        show(page, after) {
            const rows = page.deliveries.map((delivery) => this.row(delivery));
            if (after) {
                this.list.tBodies[0].append(...rows);
            } else {
                this.list.tBodies[0].replaceChildren(...rows);
            }
            this.list.hidden = this.list.tBodies[0].rows.length === 0;
            this.more.hidden = !page.next;
            this.more.dataset.after = page.next || '';
            this.reasons.tBodies[0].replaceChildren(...page.reasons.map((reason) => this.reason(reason)));
            this.reasons.hidden = page.reasons.length === 0;
            document.getElementById('intercom-no-deliveries').hidden = page.waiting + page.failed > 0;
            this.summary.textContent = AJS.I18n.getText('intercom.administration.deliveries.summary', page.waiting, page.failed)
                + (page.oldestWaiting ? ' ' + AJS.I18n.getText('intercom.administration.deliveries.oldest', this.admin.timeText(page.oldestWaiting)) : '');
        }

        row(delivery) {
            const {cell, lozenge, time, projectLink} = this.admin;
            const tr = document.createElement('tr');
            const isFailed = delivery.state === 'failed';
            const actions = document.createElement('span');
            if (isFailed) {
                actions.append(
                    button(AJS.I18n.getText('intercom.administration.deliveries.retry'),
                        AJS.I18n.getText('intercom.administration.deliveries.retry.label', delivery.id), (pressed) => this.retry(delivery, pressed)),
                    button(AJS.I18n.getText('intercom.administration.deliveries.discard'),
                        AJS.I18n.getText('intercom.administration.deliveries.discard.label', delivery.id), () => this.discard(delivery)));
            }
            const end = delivery.failedAt || delivery.nextAt;
            tr.dataset.id = delivery.id;
            tr.append(cell(String(delivery.id)), cell(delivery.projectKey ? projectLink(delivery.projectKey, delivery.projectKey) : ''),
                cell(delivery.conversationId || ''), cell(lozenge(isFailed ? 'error' : '', stateText(delivery.state))), cell(delivery.reasonText || ''),
                cell(String(delivery.attempts)), cell(time(delivery.createdAt)), cell(end ? time(end) : ''), cell(actions));
            return tr;
        }

        reason(reason) {
            const {cell} = this.admin;
            const tr = document.createElement('tr');
            tr.append(cell(reason.reasonText), cell(String(reason.failed)), cell(button(AJS.I18n.getText('intercom.administration.deliveries.retryAll'),
                AJS.I18n.getText('intercom.administration.deliveries.retryAll.label', reason.reasonText), () => this.retryAll(reason))));
            return tr;
        }

        retry(delivery, pressed) {
            pressed.disabled = true;
            this.admin.call('POST', '/deliveries/' + delivery.id + '/retry', {})
                .then(() => this.done(AJS.I18n.getText('intercom.administration.deliveries.retry.done')))
                .catch((failure) => {
                    pressed.disabled = false;
                    this.admin.tell(failure);
                });
        }

        retryAll(reason) {
            this.admin.confirm(AJS.I18n.getText('intercom.administration.deliveries.retryAll.title'),
                AJS.I18n.getText('intercom.administration.deliveries.retryAll.text', reason.failed, reason.reasonText),
                AJS.I18n.getText('intercom.administration.deliveries.retryAll'),
                () => this.admin.call('POST', '/deliveries/retry', {reason: reason.reason})
                    .then((answer) => this.done(AJS.I18n.getText('intercom.administration.deliveries.retryAll.done', answer.retried))));
        }

        discard(delivery) {
            this.admin.confirm(AJS.I18n.getText('intercom.administration.deliveries.discard.title'),
                AJS.I18n.getText('intercom.administration.deliveries.discard.text', delivery.id, delivery.conversationId || '-'),
                AJS.I18n.getText('intercom.administration.deliveries.discard'),
                () => this.admin.call('DELETE', '/deliveries/' + delivery.id)
                    .then(() => this.done(AJS.I18n.getText('intercom.administration.deliveries.discard.done'))));
        }

        /** The row that had the focus is gone or has changed. */
        done(text) {
            this.admin.say('success', text);
            return this.load().then(() => window.setTimeout(() => document.getElementById('intercom-deliveries-title').focus()));
        }
    }

    AJS.toInit(() => {
        const section = document.getElementById('intercom-deliveries');
        if (section) {
            new Deliveries(section).start();
        }
    });
}());
