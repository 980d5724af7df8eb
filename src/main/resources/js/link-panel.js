/*
 * Fills the panel of linked conversations on the issue. The page holds only its frame, so that it waits for nothing: what is stored is
 * shown at once, and what is old is read again behind its back. Everything from Jira or Intercom is put in as text, never as HTML.
 */
define('intercom-for-jira/panel', ['intercom-for-jira/page', 'intercom-for-jira/words', 'intercom-for-jira/card', 'intercom-for-jira/link-dialog'
], function (page, words, Card, openLinkDialog) {
    'use strict';

    const el = page.el;
    /** Milliseconds after which it is looked again whether what was old has been read. */
    const LOOKS = [400, 1000, 2000, 4000, 8000];
    const EVERY_MINUTE = 60000;

    class Panel {
        constructor(root) {
            this.root = root;
            this.issueKey = root.dataset.issueKey;
            this.projectKey = root.dataset.projectKey;
            this.path = '/issues/' + encodeURIComponent(this.issueKey) + '/links';
            this.status = root.querySelector('.intercom-status');
            this.notice = el('div', {});
            this.hint = el('p', {className: 'intercom-filter', hidden: true}, AJS.I18n.getText('intercom.link.panel.filter'));
            this.list = el('ul', {className: 'intercom-cards', hidden: true});
            this.controls = el('div', {className: 'intercom-link'});
            this.cards = new Map();
            this.asked = 0;
            this.answered = 0;
            root.append(el('div', {className: 'intercom-body'}, this.notice, this.list, this.hint, this.controls));
        }

        /** Loads the links and draws them; the message, if any, is read out. */
        load(message) {
            this.root.setAttribute('aria-busy', 'true');
            this.status.textContent = message || AJS.I18n.getText('intercom.link.panel.loading');
            return this.read().then((view) => {
                this.draw(view, message);
                this.freshen(view);
            }, (error) => this.drawFailure(error)).then(() => this.root.setAttribute('aria-busy', 'false'));
        }

        /** What is linked. The answer to an older question may come later: it is not believed any more. */
        read() {
            const number = this.asked += 1;
            return page.call('GET', this.path).then((view) => {
                if (number < this.answered) {
                    return this.view;
                }
                this.answered = number;
                this.view = view;
                return view;
            });
        }

        /** Looks again without a word, unless the issue has been left. */
        look() {
            return this.root.isConnected ? this.read().then((view) => {
                this.draw(view, this.status.textContent);
                return view;
            }) : Promise.reject(new Error('gone'));
        }

        /** What is old is read again by the server; we look a few times whether it has been. */
        freshen(view) {
            if (view.links.some((link) => link.stale)) {
                page.call('POST', this.path + '/refresh').then((answer) => answer.refreshing > 0 && this.await(0)).catch(() => {});
            }
        }

        await(turn) {
            if (turn < LOOKS.length) {
                setTimeout(() => this.look().then((view) => view.links.some((link) => link.stale) && this.await(turn + 1)).catch(() => {}), LOOKS[turn]);
            }
        }

        draw(view, message) {
            this.status.textContent = message && message !== AJS.I18n.getText('intercom.link.panel.loading') && message !== this.sentence ? message : this.count(view);
            this.sentence = this.count(view);
            this.showCount(view.count);
            this.notice.replaceChildren(...[this.connectionNotice(view)].filter(Boolean));
            this.hint.hidden = !(view.commentsFiltered && view.linkingEnabled && view.count > 0 && view.connection.state !== 'missing');
            this.drawCards(view);
            this.drawControls(view);
        }

        count(view) {
            return view.count === 0 ? AJS.I18n.getText('intercom.link.panel.empty')
                : view.count === 1 ? AJS.I18n.getText('intercom.link.panel.one') : AJS.I18n.getText('intercom.link.panel.many', view.count);
        }

        /** Only cards that have changed are drawn anew, so that nobody loses the place on the page. */
        drawCards(view) {
            const before = this.cards;
            this.cards = new Map(view.links.map((link) => {
                const card = before.get(link.id) || new Card(this, link.id);
                card.show(link, view);
                return [link.id, card];
            }));
            const nodes = Array.from(this.cards.values(), (card) => card.node);
            if (nodes.length !== this.list.children.length || nodes.some((node, index) => node !== this.list.children[index])) {
                this.list.replaceChildren(...nodes);
            }
            this.list.hidden = nodes.length === 0;
        }

        drawFailure(error) {
            this.status.textContent = AJS.I18n.getText('intercom.link.panel.unavailable');
            this.notice.replaceChildren(el('p', {}, error.message), page.button(AJS.I18n.getText('intercom.link.panel.retry'), () => this.load()));
        }

        /** The heading is Jira's; the number is ours. */
        showCount(count) {
            const module = this.root.closest('.module');
            const heading = module && module.querySelector('.mod-header h2, .mod-header h3, .mod-header h4, .toggle-title');
            if (heading) {
                const old = heading.querySelector('.intercom-count');
                const badge = el('span', {className: 'aui-badge intercom-count'}, String(count));
                old ? old.replaceWith(badge) : heading.append(' ', badge);
            }
        }

        connectionNotice(view) {
            const state = view.connection.state;
            const text = state === 'missing' ? AJS.I18n.getText('intercom.link.panel.missing')
                : state === 'broken' ? AJS.I18n.getText('intercom.link.panel.broken')
                    : view.linkingEnabled ? null : AJS.I18n.getText('intercom.link.panel.disabled');
            if (!text) {
                return null;
            }
            const settings = AJS.contextPath() + '/plugins/servlet/intercom/project?projectKey=' + encodeURIComponent(this.projectKey);
            return el('div', {className: 'aui-message ' + (state === 'broken' ? 'aui-message-warning' : 'aui-message-info')},
                el('p', {}, text),
                view.permissions.canAdminister ? el('p', {}, el('a', {href: settings}, AJS.I18n.getText('intercom.link.panel.settings'))) : null);
        }

        drawControls(view) {
            const wanted = view.permissions.canLink && view.linkingEnabled && view.connection.state !== 'missing';
            if (wanted && this.controls.childElementCount === 0) {
                this.controls.append(page.button(AJS.I18n.getText('intercom.link.form.open'), () => this.openLinkDialog(), 'intercom-link-open'));
            } else if (!wanted) {
                this.controls.replaceChildren();
            }
        }

        openLinkDialog() {
            openLinkDialog({
                issueKey: this.issueKey, projectKey: this.projectKey, opener: () => this.place(),
                onLinked: () => this.load(AJS.I18n.getText('intercom.link.form.done'))
            });
        }

        /** Where the keyboard goes when what was focused is no more. */
        place() {
            return this.controls.firstElementChild || this.status;
        }
    }

    /** Somebody else may link, and conversations go on: an open issue looks once a minute, from what is stored. */
    function keepLooking(panel) {
        const timer = setInterval(() => {
            if (!panel.root.isConnected) {
                clearInterval(timer);
            } else if (!document.hidden) {
                panel.look().then((view) => panel.freshen(view)).catch(() => {});
            }
        }, EVERY_MINUTE);
    }

    const panels = [];

    return {
        /** Jira draws panels anew after an edit: each frame is filled once. */
        fillNew: function () {
            document.querySelectorAll('.intercom-conversations:not([data-filled])').forEach((root) => {
                root.dataset.filled = 'true';
                const panel = new Panel(root);
                panels.splice(0, panels.length, ...panels.filter((each) => each.root.isConnected), panel);
                panel.load().then(() => keepLooking(panel));
            });
        },
        /** The panel of this issue, if the page shows one. */
        of: function (issueKey) {
            return panels.find((panel) => panel.issueKey === issueKey && panel.root.isConnected);
        }
    };
});

AJS.toInit(() => {
    'use strict';

    require(['intercom-for-jira/panel', 'intercom-for-jira/link-dialog'], function (panels, openLinkDialog) {
        panels.fillNew();
        if (window.JIRA && JIRA.bind && JIRA.Events) {
            JIRA.bind(JIRA.Events.NEW_CONTENT_ADDED, panels.fillNew);
            JIRA.bind(JIRA.Events.ISSUE_REFRESHED, panels.fillNew);
        }

        /** The operation in the menu "More": its address names the issue, also where the panel is switched off. */
        document.addEventListener('click', (event) => {
            const item = event.target instanceof Element && event.target.closest('#intercom-link-conversation');
            const issueKey = item && (/\/browse\/([^/?#]+)/.exec(item.getAttribute('href')) || [])[1];
            if (!issueKey) {
                return;
            }
            event.preventDefault();
            const panel = panels.of(issueKey);
            const more = document.getElementById('opsbar-operations_more');
            openLinkDialog({
                issueKey: issueKey, projectKey: issueKey.substring(0, issueKey.lastIndexOf('-')), opener: () => more || (panel && panel.place()),
                onLinked: () => panel ? panel.load(AJS.I18n.getText('intercom.link.form.done'))
                    : AJS.flag({type: 'success', close: 'auto', body: AJS.escapeHtml(AJS.I18n.getText('intercom.link.form.done'))})
            });
        });
    });
});
