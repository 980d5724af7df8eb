/* A text field that finds a field of Intercom's among many: a combobox with a list, as the ARIA Authoring Practices describe it. */
(function () {
    'use strict';

    const MOST_SHOWN = 30;

    function element(name, className, text) {
        const made = document.createElement(name);
        made.className = className;
        made.textContent = text;
        return made;
    }

    function isMatch(attribute, words) {
        const text = [attribute.label, attribute.name, attribute.description || ''].join(' ').toLowerCase();
        return words.every((word) => text.includes(word));
    }

    /**
     * @param input  the text field; its list is named by aria-controls
     * @param source gives the attributes that can be picked now
     * @param pick   is told which one was
     */
    function bind(input, source, pick) {
        const list = document.getElementById(input.getAttribute('aria-controls'));
        let found = [];
        let active = -1;

        function close() {
            list.hidden = true;
            active = -1;
            input.setAttribute('aria-expanded', 'false');
            input.removeAttribute('aria-activedescendant');
        }

        function activate(index) {
            active = index;
            Array.from(list.querySelectorAll('[role=option]')).forEach((option, i) => {
                option.setAttribute('aria-selected', String(i === index));
                if (i === index) {
                    input.setAttribute('aria-activedescendant', option.id);
                    option.scrollIntoView({block: 'nearest'});
                }
            });
        }

        function option(attribute, index) {
            const item = element('li', 'intercom-option', '');
            item.id = list.id + '-' + index;
            item.setAttribute('role', 'option');
            item.setAttribute('aria-selected', 'false');
            item.append(element('span', 'intercom-option-label', attribute.label), ' ', element('code', '', attribute.name));
            if (attribute.custom) {
                item.append(' ', element('span', 'aui-lozenge', AJS.I18n.getText('intercom.settings.fields.custom')));
            }
            if (attribute.description) {
                item.append(element('span', 'intercom-option-description', attribute.description));
            }
            // the text field would lose the focus, and with it the list
            item.addEventListener('mousedown', (event) => event.preventDefault());
            item.addEventListener('click', () => choose(index));
            return item;
        }

        function remark(text) {
            const item = element('li', 'intercom-option-remark', text);
            item.setAttribute('role', 'option');
            item.setAttribute('aria-disabled', 'true');
            item.setAttribute('aria-selected', 'false');
            return item;
        }

        function open() {
            const words = input.value.toLowerCase().split(/\s+/).filter((word) => word);
            const all = source().filter((attribute) => isMatch(attribute, words));
            found = all.slice(0, MOST_SHOWN);
            list.replaceChildren(...found.map(option));
            if (!found.length) {
                list.append(remark(AJS.I18n.getText('intercom.settings.fields.nothing')));
            } else if (all.length > found.length) {
                list.append(remark(AJS.I18n.getText('intercom.settings.fields.more', all.length - found.length)));
            }
            list.hidden = false;
            list.scrollIntoView({block: 'nearest'});
            active = -1;
            input.setAttribute('aria-expanded', 'true');
            input.removeAttribute('aria-activedescendant');
        }

        function choose(index) {
            const chosen = found[index];
            input.value = '';
            close();
            pick(chosen);
        }

        function step(by) {
            if (list.hidden) {
                open();
            }
            if (found.length) {
                activate(active < 0 && by < 0 ? found.length - 1 : (active + by + found.length) % found.length);
            }
        }

        input.addEventListener('input', open);
        input.addEventListener('click', open);
        input.addEventListener('blur', close);
        input.addEventListener('keydown', (event) => {
            if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
                event.preventDefault();
                step(event.key === 'ArrowDown' ? 1 : -1);
            } else if (event.key === 'Enter') {
                event.preventDefault();
                if (!list.hidden && (active >= 0 || found.length === 1)) {
                    choose(Math.max(active, 0));
                }
            } else if (event.key === 'Escape' && !list.hidden) {
                event.stopPropagation();
                close();
            }
        });
    }

    window.IntercomFieldPicker = {bind: bind};
}());
