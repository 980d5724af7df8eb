/* The lists of fields that the issue panel shows. Every change is saved at once as a whole list; one that was not saved is taken back. */
(function () {
    'use strict';

    const MOVES = {ArrowUp: -1, ArrowDown: 1};

    /** One kind's list on the page. */
    class FieldList {
        constructor(root, section, labels) {
            this.root = root;
            this.section = section;
            this.kind = section.dataset.kind;
            this.stored = JSON.parse(section.dataset.fields);
            labels.unnamed.push(...JSON.parse(section.dataset.unnamed));
            this.names = this.stored.slice();
            this.labels = labels;
            this.list = section.querySelector('.intercom-fields-list');
            this.input = section.querySelector('input');
            this.outcome = section.querySelector('.intercom-outcome');
            this.changes = 0;
            this.dragged = null;
        }

        start() {
            window.IntercomFieldPicker.bind(this.input, () => this.labels.all(this.kind).filter((attribute) => !this.names.includes(attribute.name)),
                (attribute) => this.change(this.names.concat(attribute.name),
                    AJS.I18n.getText('intercom.settings.fields.added', attribute.label, this.names.length + 1)));
            this.section.querySelector('form').addEventListener('submit', (event) => event.preventDefault());
            this.section.querySelector('.intercom-fields-reset').addEventListener('click', () =>
                this.change(JSON.parse(this.section.dataset.defaults), AJS.I18n.getText('intercom.settings.fields.restored')));
            this.list.addEventListener('keydown', (event) => this.moveByKey(event));
            this.list.addEventListener('dragover', (event) => this.dragOver(event));
            this.list.addEventListener('drop', (event) => this.drop(event));
            this.close(this.section.dataset.closed === 'true');
            this.render();
        }

        /** Nothing can be saved while the stored settings cannot be read. */
        close(isClosed) {
            this.isClosed = isClosed;
            this.input.disabled = isClosed;
            this.section.querySelector('.intercom-fields-reset').disabled = isClosed;
        }

        /** Other people's view of what is stored, or ours after a failure. */
        take(names) {
            this.stored = names;
            this.names = names.slice();
            this.render();
        }

        change(names, text) {
            this.names = names;
            this.changes++;
            const number = this.changes;
            this.render();
            this.section.setAttribute('aria-busy', 'true');
            window.IntercomSettings.save(this.root, 'intercomIssuePanel.visibleFields.' + this.kind, names).then((settings) => {
                this.stored = settings.intercomIssuePanel.visibleFields[this.kind];
                window.IntercomSettings.say(this.root, this.outcome, text + ' ' + AJS.I18n.getText('intercom.settings.saved'));
            }, (failure) => {
                if (number === this.changes) {
                    const focused = this.focused();
                    this.take(this.stored);
                    this.focus(focused);
                }
                window.IntercomSettings.sayFailure(this.root, this.outcome, failure);
            }).then(() => this.section.setAttribute('aria-busy', String(number !== this.changes)));
        }

        move(name, to, focus) {
            const from = this.names.indexOf(name);
            if (to < 0 || to >= this.names.length || to === from) {
                return;
            }
            const names = this.names.filter((other) => other !== name);
            names.splice(to, 0, name);
            this.change(names, AJS.I18n.getText('intercom.settings.fields.moved', this.labels.of(this.kind, name).label, to + 1, names.length));
            this.focus(focus);
        }

        remove(name) {
            const at = this.names.indexOf(name);
            const names = this.names.filter((other) => other !== name);
            this.change(names, AJS.I18n.getText('intercom.settings.fields.removed', this.labels.of(this.kind, name).label));
            if (names.length) {
                this.focus({name: names[Math.min(at, names.length - 1)], action: 'remove'});
            } else {
                this.input.focus();
            }
        }

        moveByKey(event) {
            const item = event.target.closest('li');
            if (event.altKey && item && MOVES[event.key]) {
                event.preventDefault();
                const name = item.dataset.name;
                this.move(name, this.names.indexOf(name) + MOVES[event.key], {name: name, action: event.target.dataset.action});
            }
        }

        dragOver(event) {
            if (this.dragged) {
                event.preventDefault();
                const over = event.target.closest('li');
                this.list.querySelectorAll('li').forEach((item) => item.classList.toggle('intercom-drop', item === over));
            }
        }

        drop(event) {
            const over = event.target.closest('li');
            if (this.dragged && over) {
                event.preventDefault();
                this.move(this.dragged, this.names.indexOf(over.dataset.name), null);
            }
        }

        focused() {
            const button = document.activeElement;
            const item = this.list.contains(button) && button.closest('li');
            return item ? {name: item.dataset.name, action: button.dataset.action} : null;
        }

        focus(wanted) {
            const item = wanted && Array.from(this.list.children).find((each) => each.dataset.name === wanted.name);
            if (item) {
                item.querySelector('[data-action=' + wanted.action + ']').focus();
            }
        }

        render() {
            const focused = this.focused();
            this.list.replaceChildren(...this.names.map((name, index) => this.item(name, index)));
            this.section.querySelector('.intercom-fields-none').hidden = this.names.length > 0;
            this.focus(focused);
        }

        item(name, index) {
            const attribute = this.labels.of(this.kind, name);
            const item = document.createElement('li');
            item.dataset.name = name;
            item.draggable = !this.isClosed;
            const label = document.createElement('span');
            label.className = 'intercom-field-label';
            label.textContent = attribute.label;
            const code = document.createElement('code');
            code.textContent = name;
            item.append(label, code);
            if (attribute.custom) {
                const tag = document.createElement('span');
                tag.className = 'aui-lozenge';
                tag.textContent = AJS.I18n.getText('intercom.settings.fields.custom');
                item.append(tag);
            }
            item.title = attribute.description || '';
            item.append(this.buttons(name, index, attribute.label));
            item.addEventListener('dragstart', (event) => {
                this.dragged = name;
                event.dataTransfer.effectAllowed = 'move';
                event.dataTransfer.setData('text/plain', attribute.label);
            });
            item.addEventListener('dragend', () => {
                this.dragged = null;
                this.list.querySelectorAll('.intercom-drop').forEach((other) => other.classList.remove('intercom-drop'));
            });
            return item;
        }

        buttons(name, index, label) {
            const group = document.createElement('span');
            group.className = 'intercom-field-buttons';
            const move = (by, action) => () => this.move(name, this.names.indexOf(name) + by, {name: name, action: action});
            group.append(
                this.button('up', '\u2191', AJS.I18n.getText('intercom.settings.fields.up', label), index === 0, move(-1, 'up')),
                this.button('down', '\u2193', AJS.I18n.getText('intercom.settings.fields.down', label), index === this.names.length - 1, move(1, 'down')),
                this.button('remove', '\u00d7', AJS.I18n.getText('intercom.settings.fields.remove', label), false, () => this.remove(name)));
            return group;
        }

        /** A button at the end of its way stays reachable, so that the focus is not lost when a field arrives there. */
        button(action, sign, text, isAtEnd, act) {
            const button = document.createElement('button');
            button.type = 'button';
            button.className = 'aui-button aui-button-subtle';
            button.dataset.action = action;
            button.textContent = sign;
            button.title = text;
            button.setAttribute('aria-label', text);
            button.disabled = this.isClosed;
            if (isAtEnd) {
                button.setAttribute('aria-disabled', 'true');
            }
            button.addEventListener('click', act);
            return button;
        }
    }

    /** What fields are called. */
    class Labels {
        constructor() {
            this.answer = {contact: [], company: []};
            /** Names of which nothing can be seen. */
            this.unnamed = [];
        }

        all(kind) {
            return kind === 'company' ? this.answer.company : this.answer.contact;
        }

        /** A custom attribute may be stored by its bare name, as the vendor's app does. */
        of(kind, name) {
            return this.all(kind).find((attribute) => attribute.name === name)
                || this.all(kind).find((attribute) => attribute.custom && attribute.name === 'custom_attributes.' + name)
                || {name: name, label: this.label(name), custom: name.startsWith('custom_attributes.')};
        }

        label(name) {
            return this.unnamed.includes(name) ? AJS.I18n.getText('intercom.settings.fields.unnamed') : name.replace(/^custom_attributes\./, '');
        }
    }

    function load(root) {
        const address = AJS.contextPath() + '/rest/intercom/1.0/projects/' + encodeURIComponent(root.dataset.projectKey) + '/attributes';
        return fetch(address, {credentials: 'same-origin', headers: {'Accept': 'application/json'}}).then((response) => {
            if (!response.ok) {
                throw new Error(AJS.I18n.getText('intercom.settings.failed'));
            }
            return response.json();
        });
    }

    function notice(text) {
        const box = document.getElementById('intercom-fields-notice');
        box.hidden = !text;
        box.querySelector('p').textContent = text || '';
    }

    AJS.toInit(() => {
        const root = document.getElementById('intercom-settings');
        if (!root) {
            return;
        }
        const labels = new Labels();
        const lists = Array.from(root.querySelectorAll('.intercom-fields-kind')).map((section) => new FieldList(root, section, labels));
        lists.forEach((list) => list.start());
        root.addEventListener('intercom-settings-restored', (event) => lists.forEach((list) => {
            list.close(false);
            list.take(event.detail.intercomIssuePanel.visibleFields[list.kind]);
        }));
        const fields = document.getElementById('intercom-fields');
        fields.setAttribute('aria-busy', 'true');
        load(root).then((answer) => {
            labels.answer = answer;
            lists.forEach((list) => list.render());
            notice(answer.message);
        }).catch(() => notice(AJS.I18n.getText('intercom.settings.failed'))).then(() => fields.setAttribute('aria-busy', 'false'));
    });
}());
