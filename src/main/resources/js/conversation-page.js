/* What the scripts of the panel and its dialogs share. Text is always put in as text, never as HTML. */
define('intercom-for-jira/page', [], function () {
    'use strict';

    const PROPERTIES = ['className', 'onclick', 'onsubmit', 'onchange', 'hidden', 'open', 'checked', 'disabled'];

    /** An element with properties and children; strings become text, null children are left out. */
    function el(name, properties, ...children) {
        const node = document.createElement(name);
        Object.entries(properties || {}).forEach(([key, value]) => {
            if (PROPERTIES.includes(key)) {
                node[key] = value;
            } else if (value !== null && value !== undefined) {
                node.setAttribute(key, value);
            }
        });
        node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
        return node;
    }

    function button(label, onclick, className, properties) {
        return el('button', {type: 'button', className: 'aui-button ' + (className || ''), onclick: onclick, ...properties}, label);
    }

    /** Calls the plugin's REST; fails with the sentence that the answer holds for people. */
    function call(method, path, body) {
        const options = {method: method, credentials: 'same-origin', headers: {'Accept': 'application/json', 'X-Atlassian-Token': 'no-check'}};
        if (method === 'POST') {
            options.headers['Content-Type'] = 'application/json';
            options.body = JSON.stringify(body || {});
        }
        return fetch(AJS.contextPath() + '/rest/intercom/1.0' + path, options).then((response) => response.text().then((text) => {
            const answer = parsed(text);
            if (!response.ok) {
                throw new Error(answer.message || AJS.I18n.getText('intercom.link.failed'));
            }
            return answer;
        }), () => {
            throw new Error(AJS.I18n.getText('intercom.link.failed'));
        });
    }

    function parsed(text) {
        try {
            return JSON.parse(text) || {};
        } catch (e) {
            return {};
        }
    }

    /** A moment in the reader's own time zone. */
    function when(millis) {
        const date = new Date(millis);
        const format = new Intl.DateTimeFormat(document.documentElement.lang || undefined, {dateStyle: 'medium', timeStyle: 'short'});
        return el('time', {datetime: date.toISOString()}, format.format(date));
    }

    let dialogs = 0;

    /**
     * Shows a dialog, and gives the focus back to its opener at the end.
     * Parts: title, content (nodes), actions (nodes), className, opener, focus (the element that is focused first).
     */
    function openDialog(parts) {
        const id = 'intercom-dialog-' + (dialogs += 1);
        const section = el('section', {
            id: id, role: 'dialog', className: 'aui-layer aui-dialog2 intercom-dialog ' + parts.className, hidden: true, tabindex: '-1',
            'aria-labelledby': id + '-title', 'aria-modal': 'true', 'data-aui-remove-on-hide': 'true'
        },
        el('header', {className: 'aui-dialog2-header'}, el('h2', {id: id + '-title', className: 'aui-dialog2-header-main'}, parts.title)),
        el('div', {className: 'aui-dialog2-content'}, parts.content),
        el('footer', {className: 'aui-dialog2-footer'}, el('div', {className: 'aui-dialog2-footer-actions'}, parts.actions)));
        document.body.append(section);
        const dialog = AJS.dialog2(section);
        dialog.on('hide', () => {
            const opener = typeof parts.opener === 'function' ? parts.opener() : parts.opener;
            if (opener && opener.isConnected) {
                opener.focus();
            }
        });
        dialog.show();
        (parts.focus || section).focus();
        return dialog;
    }

    return {el: el, button: button, call: call, when: when, openDialog: openDialog};
});
