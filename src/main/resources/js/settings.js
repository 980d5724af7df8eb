/* The switches of the project's page: each change is saved at once, confirmed, and undone on the page when it could not be saved. */
(function () {
    'use strict';

    function switches() {
        return [
            {path: ['conversationLinking', 'enabled'], label: AJS.I18n.getText('intercom.settings.linking')},
            {path: ['intercomIssuePanel', 'enabled'], label: AJS.I18n.getText('intercom.settings.panel')},
            {path: ['intercomIssuePanel', 'allowConversationView'], label: AJS.I18n.getText('intercom.settings.view')},
            ...trigger('issueAssignmentChanged', AJS.I18n.getText('intercom.settings.assigned'), AJS.I18n.getText('intercom.settings.assigned.reopen')),
            ...trigger('issueCommented', AJS.I18n.getText('intercom.settings.commented'), AJS.I18n.getText('intercom.settings.commented.reopen')),
            ...trigger('issueTransitioned', AJS.I18n.getText('intercom.settings.transitioned'), AJS.I18n.getText('intercom.settings.transitioned.reopen'))
        ];
    }

    function trigger(name, label, reopenLabel) {
        const path = ['conversationLinking', 'notificationTriggers', name];
        return [{path: [...path, 'enabled'], label: label}, {path: [...path, 'reopenConversations'], label: reopenLabel, isDetail: true}];
    }

    function valueAt(settings, path) {
        return path.reduce((place, step) => place[step], settings);
    }

    /** Only the one key that changes, so that nobody else's change is taken back. */
    function changeOf(path, value) {
        return path.reduceRight((inner, step) => ({[step]: inner}), value);
    }

    function call(root, options) {
        const address = AJS.contextPath() + '/rest/intercom/1.0/projects/' + encodeURIComponent(root.dataset.projectKey) + '/settings';
        const headers = {'Accept': 'application/json', 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check'};
        return fetch(address, {credentials: 'same-origin', headers: headers, ...options}).then((response) => {
            if (response.ok) {
                return response;
            }
            return response.json().catch(() => ({})).then((answer) => {
                throw new Error(answer.message || AJS.I18n.getText('intercom.settings.failed'));
            });
        });
    }

    function say(type, text) {
        AJS.flag({type: type, close: 'auto', body: AJS.escapeHtml(text)});
    }

    function sentence(failure) {
        return failure instanceof TypeError ? AJS.I18n.getText('intercom.settings.failed') : failure.message;
    }

    function save(root, item, box) {
        box.disabled = true;
        call(root, {method: 'PUT', body: JSON.stringify(changeOf(item.path, box.checked))})
            .then(() => say('success', AJS.I18n.getText('intercom.settings.saved')))
            .catch((failure) => {
                box.checked = !box.checked;
                say('error', sentence(failure));
            })
            .then(() => {
                box.disabled = false;
                box.focus();
            });
    }

    function row(root, item, settings) {
        const id = 'intercom-setting-' + item.path.join('-');
        const line = document.createElement('div');
        line.className = 'checkbox' + (item.isDetail ? ' intercom-detail' : '');
        const box = document.createElement('input');
        box.type = 'checkbox';
        box.className = 'checkbox';
        box.id = id;
        box.checked = valueAt(settings, item.path);
        box.addEventListener('change', () => save(root, item, box));
        const label = document.createElement('label');
        label.htmlFor = id;
        label.textContent = item.label;
        line.append(box, label);
        return line;
    }

    function message(kind, text) {
        const box = document.createElement('div');
        box.className = 'aui-message aui-message-' + kind;
        const line = document.createElement('p');
        line.textContent = text;
        box.append(line);
        return box;
    }

    function fill(root, place, response) {
        return response.json().then((settings) => {
            const form = document.createElement('form');
            form.className = 'aui';
            form.append(...switches().map((item) => row(root, item, settings)));
            const warning = response.headers.get('X-Intercom-Settings-Invalid') === 'true'
                ? [message('warning', AJS.I18n.getText('intercom.settings.unusable'))] : [];
            place.replaceChildren(...warning, form);
        });
    }

    AJS.toInit(() => {
        const root = document.getElementById('intercom-settings');
        if (!root) {
            return;
        }
        const place = root.querySelector('.intercom-settings-form');
        call(root, {method: 'GET'})
            .then((response) => fill(root, place, response))
            .catch((failure) => place.replaceChildren(message('error', sentence(failure))))
            .then(() => place.setAttribute('aria-busy', 'false'));
    });
}());
