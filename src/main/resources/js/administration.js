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

    function cell(content) {
        const td = document.createElement('td');
        td.append(content);
        return td;
    }

    function projectLink(row) {
        const link = document.createElement('a');
        link.href = AJS.contextPath() + '/plugins/servlet/intercom/project?projectKey=' + encodeURIComponent(row.projectKey);
        link.textContent = row.projectName + ' (' + row.projectKey + ')';
        return link;
    }

    function lozenge(row) {
        const connected = row.state === 'connected';
        const box = document.createElement('span');
        box.className = 'aui-lozenge ' + (connected ? 'aui-lozenge-success' : 'aui-lozenge-moved');
        box.textContent = connected ? AJS.I18n.getText('intercom.connection.page.connected') : AJS.I18n.getText('intercom.connection.page.broken');
        return box;
    }

    function time(millis) {
        const box = document.createElement('time');
        const date = new Date(millis);
        box.dateTime = date.toISOString();
        box.textContent = date.toLocaleString(document.documentElement.lang || undefined, {dateStyle: 'medium', timeStyle: 'short'});
        return box;
    }

    function fill(table, rows) {
        table.tBodies[0].replaceChildren(...rows.map((row) => {
            const tr = document.createElement('tr');
            tr.append(cell(projectLink(row)), cell(row.workspaceName + ' (' + row.region + ')'), cell(row.appUser), cell(lozenge(row)), cell(time(row.connectedAt)));
            return tr;
        }));
        table.hidden = rows.length === 0;
        document.getElementById('intercom-no-connections').hidden = rows.length > 0;
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
        const table = document.getElementById('intercom-connections');
        call('GET', '/connections').then((rows) => fill(table, rows)).catch(tell).then(() => table.setAttribute('aria-busy', 'false'));
    });
}());
