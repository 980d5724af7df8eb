/*
 * Fills the panel of linked conversations on the issue. The page holds only its frame, so that it waits for nothing.
 * Everything that comes from Jira or Intercom is put in as text, never as HTML.
 */
(function () {
    'use strict';

    const PANEL = '.intercom-conversations';

    /** An element with properties and children; strings become text. */
    function el(name, properties, ...children) {
        const node = document.createElement(name);
        Object.entries(properties || {}).forEach(([key, value]) => {
            if (key === 'className' || key === 'onclick' || key === 'onsubmit' || key === 'hidden') {
                node[key] = value;
            } else {
                node.setAttribute(key, value);
            }
        });
        node.append(...children.filter((child) => child !== null && child !== undefined));
        return node;
    }

    function button(label, onclick, className) {
        return el('button', {type: 'button', className: 'aui-button ' + (className || ''), onclick: onclick}, label);
    }

    /** Calls the plugin's REST; fails with the sentence that the answer holds for people. */
    function call(method, path, body) {
        const options = {
            method: method,
            credentials: 'same-origin',
            headers: {'Accept': 'application/json', 'X-Atlassian-Token': 'no-check'}
        };
        if (body) {
            options.headers['Content-Type'] = 'application/json';
            options.body = JSON.stringify(body);
        }
        return fetch(AJS.contextPath() + '/rest/intercom/1.0' + path, options).then((response) => {
            if (response.status === 204) {
                return null;
            }
            return response.json().catch(() => ({})).then((answer) => {
                if (!response.ok) {
                    throw new Error(answer.message || AJS.I18n.getText('intercom.link.failed'));
                }
                return answer;
            });
        });
    }

    function when(millis) {
        const date = new Date(millis);
        const format = new Intl.DateTimeFormat(document.documentElement.lang || undefined, {dateStyle: 'medium', timeStyle: 'short'});
        return el('time', {datetime: date.toISOString()}, format.format(date));
    }

    function stateLozenge(state) {
        const known = {
            open: [AJS.I18n.getText('intercom.link.card.state.open'), 'aui-lozenge-success'],
            closed: [AJS.I18n.getText('intercom.link.card.state.closed'), ''],
            snoozed: [AJS.I18n.getText('intercom.link.card.state.snoozed'), 'aui-lozenge-moved']
        }[state];
        return known ? el('span', {className: 'aui-lozenge ' + known[1]}, known[0]) : null;
    }

    function contactLine(contact) {
        if (!contact) {
            return null;
        }
        const kind = contact.kind === 'lead' ? AJS.I18n.getText('intercom.link.card.lead') : AJS.I18n.getText('intercom.link.card.user');
        return el('span', {className: 'intercom-contact'}, kind + ': ' + (contact.name || AJS.I18n.getText('intercom.link.card.unnamed')));
    }

    /** What is special about the link: a lozenge and a sentence. */
    function remark(link) {
        const workspace = link.workspace.name || link.workspace.id;
        return {
            other_workspace: [AJS.I18n.getText('intercom.link.card.other_workspace', workspace),
                AJS.I18n.getText('intercom.link.card.other_workspace.text')],
            gone: [AJS.I18n.getText('intercom.link.card.gone'), AJS.I18n.getText('intercom.link.card.gone.text')],
            unchecked: [AJS.I18n.getText('intercom.link.card.unchecked'), AJS.I18n.getText('intercom.link.card.unchecked.text')]
        }[link.state];
    }

    function titleOf(link) {
        const seen = link.snapshot || {};
        return seen.subject || seen.excerpt || AJS.I18n.getText('intercom.link.card.conversation', link.conversationId);
    }

    class Panel {
        constructor(root) {
            this.root = root;
            this.issueKey = root.dataset.issueKey;
            this.projectKey = root.dataset.projectKey;
            this.path = '/issues/' + encodeURIComponent(this.issueKey) + '/links';
            this.status = root.querySelector('.intercom-status');
            this.body = el('div', {className: 'intercom-body'});
            root.append(this.body);
        }

        /** Loads the links and draws them; the message, if any, is read out. */
        load(message) {
            this.root.setAttribute('aria-busy', 'true');
            this.status.textContent = message || AJS.I18n.getText('intercom.link.panel.loading');
            return call('GET', this.path).then((view) => this.draw(view, message), (error) => this.drawFailure(error))
                .then(() => this.root.setAttribute('aria-busy', 'false'));
        }

        draw(view, message) {
            this.status.textContent = message || (view.count === 0 ? AJS.I18n.getText('intercom.link.panel.empty')
                : view.count === 1 ? AJS.I18n.getText('intercom.link.panel.one')
                    : AJS.I18n.getText('intercom.link.panel.many', view.count));
            this.showCount(view.count);
            this.body.replaceChildren(...[
                this.connectionNotice(view),
                view.count === 0 ? null : el('ul', {className: 'intercom-cards'}, ...view.links.map((link) => this.card(link, view))),
                this.linkControls(view)
            ].filter(Boolean));
        }

        drawFailure(error) {
            this.status.textContent = AJS.I18n.getText('intercom.link.panel.unavailable');
            this.body.replaceChildren(el('p', {}, error.message),
                button(AJS.I18n.getText('intercom.link.panel.retry'), () => this.load()));
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
                view.permissions.canAdminister
                    ? el('p', {}, el('a', {href: settings}, AJS.I18n.getText('intercom.link.panel.settings'))) : null);
        }

        card(link, view) {
            const seen = link.snapshot || {};
            const special = remark(link);
            return el('li', {className: 'intercom-card', 'data-conversation-id': link.conversationId, 'data-state': link.state},
                el('a', {
                    className: 'intercom-subject', href: link.url, target: '_blank', rel: 'noopener noreferrer',
                    title: AJS.I18n.getText('intercom.link.card.open.title')
                }, titleOf(link)),
                seen.excerpt && seen.excerpt !== titleOf(link) ? el('p', {className: 'intercom-excerpt'}, seen.excerpt) : null,
                el('p', {className: 'intercom-meta'},
                    link.state === 'gone' ? null : stateLozenge(seen.state),
                    special ? el('span', {className: 'aui-lozenge aui-lozenge-moved', title: special[1]}, special[0]) : null,
                    contactLine(seen.contact),
                    seen.updatedAt ? when(seen.updatedAt) : null),
                special ? el('p', {className: 'intercom-remark'}, special[1]) : null,
                view.permissions.canLink ? this.unlinkButton(link) : null);
        }

        unlinkButton(link) {
            const control = button(AJS.I18n.getText('intercom.link.unlink'), () => this.confirmUnlink(link, control),
                'aui-button-link intercom-unlink');
            control.setAttribute('aria-label', AJS.I18n.getText('intercom.link.unlink.label', titleOf(link)));
            return control;
        }

        confirmUnlink(link, opener) {
            const id = 'intercom-unlink-' + link.id;
            const error = el('div', {role: 'alert', className: 'error'});
            let removed = false;
            const confirm = button(AJS.I18n.getText('intercom.link.unlink'), () => {
                confirm.disabled = true;
                const path = this.path + '/' + encodeURIComponent(link.conversationId)
                    + '?workspace=' + encodeURIComponent(link.workspace.id);
                call('DELETE', path).then(() => {
                    removed = true;
                    dialog.hide();
                    return this.load(AJS.I18n.getText('intercom.link.unlink.done')).then(() => this.restoreFocus());
                }).catch((failure) => {
                    confirm.disabled = false;
                    error.textContent = failure.message;
                });
            }, 'aui-button-primary intercom-unlink-confirm');
            const section = el('section', {
                id: id, role: 'dialog', className: 'aui-layer aui-dialog2 aui-dialog2-small intercom-unlink-dialog', hidden: true,
                'aria-labelledby': id + '-title', 'aria-modal': 'true', 'data-aui-remove-on-hide': 'true'
            },
            el('header', {className: 'aui-dialog2-header'},
                el('h2', {id: id + '-title', className: 'aui-dialog2-header-main'}, AJS.I18n.getText('intercom.link.unlink.title'))),
            el('div', {className: 'aui-dialog2-content'},
                el('p', {}, AJS.I18n.getText('intercom.link.unlink.question', titleOf(link), this.issueKey)), error),
            el('footer', {className: 'aui-dialog2-footer'},
                el('div', {className: 'aui-dialog2-footer-actions'}, confirm,
                    button(AJS.I18n.getText('intercom.link.unlink.cancel'), () => dialog.hide(), 'aui-button-link'))));
            document.body.append(section);
            const dialog = AJS.dialog2(section);
            dialog.on('hide', () => {
                if (!removed) {
                    opener.focus();
                }
            });
            dialog.show();
            confirm.focus();
        }

        linkControls(view) {
            if (!view.permissions.canLink || !view.linkingEnabled || view.connection.state === 'missing') {
                return null;
            }
            const form = this.linkForm();
            const toggle = button(AJS.I18n.getText('intercom.link.form.open'), () => {
                form.hidden = !form.hidden;
                toggle.setAttribute('aria-expanded', String(!form.hidden));
                if (!form.hidden) {
                    form.querySelector('input').focus();
                }
            }, 'intercom-link-open');
            toggle.setAttribute('aria-expanded', 'false');
            toggle.setAttribute('aria-controls', form.id);
            return el('div', {className: 'intercom-link'}, toggle, form);
        }

        linkForm() {
            const id = 'intercom-link-' + this.issueKey;
            const input = el('input', {
                id: id + '-address', name: 'conversation', type: 'text', className: 'text', autocomplete: 'off', maxlength: '2000',
                'aria-describedby': id + '-hint ' + id + '-error'
            });
            const error = el('div', {id: id + '-error', className: 'error', role: 'alert'});
            const submit = el('button', {type: 'submit', className: 'aui-button aui-button-primary'}, AJS.I18n.getText('intercom.link.form.submit'));
            return el('form', {
                id: id, className: 'aui intercom-link-form', hidden: true,
                onsubmit: (event) => {
                    event.preventDefault();
                    this.submit(input, error, submit);
                }
            },
            el('label', {'for': id + '-address'}, AJS.I18n.getText('intercom.link.form.label')), input,
            el('div', {id: id + '-hint', className: 'description'}, AJS.I18n.getText('intercom.link.form.hint')), error,
            el('div', {className: 'intercom-form-buttons'}, submit,
                button(AJS.I18n.getText('intercom.link.form.cancel'), () => this.root.querySelector('.intercom-link-open').click(), 'aui-button-link')));
        }

        submit(input, error, submit) {
            const address = input.value.trim();
            error.textContent = address ? '' : AJS.I18n.getText('intercom.link.form.empty');
            if (!address) {
                input.focus();
                return;
            }
            submit.disabled = true;
            call('POST', this.path, {conversation: address})
                .then(() => this.load(AJS.I18n.getText('intercom.link.form.done')).then(() => this.restoreFocus()))
                .catch((failure) => {
                    error.textContent = failure.message;
                    submit.disabled = false;
                    input.focus();
                });
        }

        /** What was focused has been drawn anew: the keyboard must not start again at the top of the page. */
        restoreFocus() {
            (this.root.querySelector('.intercom-link-open') || this.status).focus();
        }
    }

    /** Jira draws panels anew after an edit: each frame is filled once. */
    function fillNewPanels() {
        document.querySelectorAll(PANEL + ':not([data-filled])').forEach((root) => {
            root.dataset.filled = 'true';
            new Panel(root).load();
        });
    }

    AJS.toInit(() => {
        fillNewPanels();
        if (window.JIRA && JIRA.bind && JIRA.Events) {
            JIRA.bind(JIRA.Events.NEW_CONTENT_ADDED, fillNewPanels);
            JIRA.bind(JIRA.Events.ISSUE_REFRESHED, fillNewPanels);
        }
    });
}());
