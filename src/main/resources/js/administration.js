/* The Jira administrator's page. The client secret goes out and never comes back. */
(function () {
    'use strict';

    const REST = '/rest/intercom/1.0/admin';

    function call(method, path, body) {
        return fetch(AJS.contextPath() + REST + path, {
            method: method,
            credentials: 'same-origin',
            headers: {'Accept': 'application/json', 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check'},
            body: body ? JSON.stringify(body) : undefined
        }).then((response) => response.json().catch(() => ({})).then((answer) => {
            if (!response.ok) {
                throw new Error(answer.message || AJS.I18n.getText('intercom.administration.failed'));
            }
            return answer;
        }));
    }

    function say(type, text) {
        AJS.flag({type: type, close: type === 'error' ? 'manual' : 'auto', body: AJS.escapeHtml(text)});
    }

    function tell(failure) {
        say('error', failure instanceof TypeError ? AJS.I18n.getText('intercom.administration.failed') : failure.message);
    }

    function timeText(millis) {
        return new Date(millis).toLocaleString(document.documentElement.lang || undefined, {dateStyle: 'medium', timeStyle: 'short'});
    }

    function time(millis) {
        const box = document.createElement('time');
        box.dateTime = new Date(millis).toISOString();
        box.textContent = timeText(millis);
        return box;
    }

    function cell(content) {
        const td = document.createElement('td');
        td.append(content);
        return td;
    }

    function lozenge(kind, text) {
        const box = document.createElement('span');
        box.className = 'aui-lozenge' + (kind ? ' aui-lozenge-' + kind : '');
        box.textContent = text;
        return box;
    }

    function projectLink(key, text) {
        const link = document.createElement('a');
        link.href = AJS.contextPath() + '/plugins/servlet/intercom/project?projectKey=' + encodeURIComponent(key);
        link.textContent = text;
        return link;
    }

    /** Asks before something that cannot be undone. @param act gives a promise; the dialog stays until it is over */
    function confirm(title, text, action, act) {
        const dialog = AJS.dialog2('#intercom-confirm-dialog');
        const yes = document.getElementById('intercom-confirm-yes');
        document.getElementById('intercom-confirm-title').textContent = title;
        document.getElementById('intercom-confirm-text').textContent = text;
        yes.textContent = action;
        yes.disabled = false;
        yes.onclick = () => {
            yes.disabled = true;
            act().catch(tell).then(() => dialog.hide());
        };
        document.getElementById('intercom-confirm-no').onclick = () => dialog.hide();
        dialog.show();
    }

    function save(form) {
        const button = document.getElementById('intercom-save');
        const secret = document.getElementById('intercom-client-secret');
        button.disabled = true;
        call('PUT', '/settings', {clientId: form.clientId.value, clientSecret: secret.value, region: form.region.value})
            .then((stored) => {
                secret.value = '';
                if (stored.clientSecretSet) {
                    document.getElementById('intercom-client-secret-hint').textContent = AJS.I18n.getText('intercom.administration.page.secretSet');
                }
                say('success', AJS.I18n.getText('intercom.administration.saved'));
            })
            .catch(tell)
            .then(() => {
                button.disabled = false;
            });
    }

    function copy(field) {
        field.select();
        const done = () => say('success', AJS.I18n.getText('intercom.administration.copied'));
        // the clipboard interface is there on https pages only
        if (navigator.clipboard) {
            navigator.clipboard.writeText(field.value).then(done, () => {});
        } else if (document.execCommand('copy')) {
            done();
        }
    }

    function bindNewKey() {
        const button = document.getElementById('intercom-new-key');
        if (button) {
            button.addEventListener('click', () => confirm(AJS.I18n.getText('intercom.administration.page.newKeyTitle'),
                AJS.I18n.getText('intercom.administration.page.newKeyText'), AJS.I18n.getText('intercom.administration.page.newKey'),
                () => call('POST', '/vault/new-key', {}).then(() => window.location.reload())));
        }
    }

    function bindResume() {
        const button = document.getElementById('intercom-resume');
        if (button) {
            button.addEventListener('click', () => call('PUT', '/deliveries/stopped', {stopped: false}).then(() => window.location.reload()).catch(tell));
        }
    }

    /** A decision about deliveries that are held because this Jira may be a copy. */
    function bindDecision(id, text, path) {
        const button = document.getElementById(id);
        if (button) {
            button.addEventListener('click', () => confirm(button.textContent, text, button.textContent,
                () => call('POST', '/installation/' + path, {}).then(() => window.location.reload())));
        }
    }

    /* The lists of the page use these too. */
    window.IntercomAdministration = {call: call, say: say, tell: tell, time: time, timeText: timeText, cell: cell, lozenge: lozenge,
        projectLink: projectLink, confirm: confirm};

    AJS.toInit(() => {
        const form = document.getElementById('intercom-admin-form');
        if (!form) {
            return;
        }
        form.addEventListener('submit', (event) => {
            event.preventDefault();
            save(form);
        });
        const redirectUrl = document.getElementById('intercom-redirect-url');
        document.getElementById('intercom-copy').addEventListener('click', () => copy(redirectUrl));
        bindNewKey();
        bindResume();
        bindDecision('intercom-same-jira', AJS.I18n.getText('intercom.administration.page.sameJiraText'), 'same');
        bindDecision('intercom-copy-of-jira', AJS.I18n.getText('intercom.administration.page.copyOfJiraText'), 'copy');
    });
}());
