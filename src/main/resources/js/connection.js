/* The buttons of the project's page. What the page shows was put into it by the server. */
(function () {
    'use strict';

    function path(root) {
        return AJS.contextPath() + '/rest/intercom/1.0/projects/' + encodeURIComponent(root.dataset.projectKey) + '/connection';
    }

    function call(root, method, body) {
        return fetch(path(root), {
            method: method,
            credentials: 'same-origin',
            headers: {'Accept': 'application/json', 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check'},
            body: body ? JSON.stringify(body) : undefined
        }).then((response) => {
            if (response.ok) {
                return response;
            }
            return response.json().catch(() => ({})).then((answer) => {
                throw new Error(answer.message || AJS.I18n.getText('intercom.connection.failed'));
            });
        });
    }

    /** A sentence of the server's, or ours when the server could not be reached at all. */
    function show(failure) {
        const box = document.getElementById('intercom-failure');
        box.querySelector('p').textContent = failure instanceof TypeError ? AJS.I18n.getText('intercom.connection.failed') : failure.message;
        box.hidden = false;
        box.scrollIntoView({block: 'nearest'});
    }

    function chosenRegion(root) {
        const choice = root.querySelector('input[name=region]:checked');
        return choice ? choice.value : root.dataset.region;
    }

    function connect(root, button) {
        button.disabled = true;
        call(root, 'POST', {region: chosenRegion(root)})
            .then((response) => response.json())
            .then((answer) => window.location.assign(answer.authorizeUrl))
            .catch((failure) => {
                button.disabled = false;
                show(failure);
            });
    }

    /** Reload with what came of the revocation; the text is picked by a code, so nothing in the address can put words on the page. */
    function revoked(response) {
        const url = new URL(window.location.href);
        url.searchParams.delete('result');
        url.hash = response.headers.get('X-Intercom-App') || '';
        window.history.replaceState(null, '', url);
        window.location.reload();
    }

    function bindRevocation(root) {
        const trigger = document.getElementById('intercom-revoke');
        if (!trigger) {
            return;
        }
        const dialog = AJS.dialog2('#intercom-revoke-dialog');
        const confirm = document.getElementById('intercom-revoke-confirm');
        trigger.addEventListener('click', (event) => {
            event.preventDefault();
            dialog.show();
        });
        document.getElementById('intercom-revoke-cancel').addEventListener('click', () => dialog.hide());
        confirm.addEventListener('click', () => {
            confirm.disabled = true;
            call(root, 'DELETE').then(revoked).catch((failure) => {
                confirm.disabled = false;
                dialog.hide();
                show(failure);
            });
        });
    }

    /** Said once: a reload of the page does not repeat it. */
    function forgetResult() {
        const url = new URL(window.location.href);
        const app = url.hash;
        if (app === '#uninstalled') {
            AJS.flag({type: 'success', close: 'auto', body: AJS.escapeHtml(AJS.I18n.getText('intercom.connection.revoked.uninstalled'))});
        } else if (app === '#kept') {
            AJS.flag({type: 'success', close: 'auto', body: AJS.escapeHtml(AJS.I18n.getText('intercom.connection.revoked.kept'))});
        } else if (app === '#not_reached') {
            AJS.flag({type: 'warning', close: 'manual', body: AJS.escapeHtml(AJS.I18n.getText('intercom.connection.revoked.not_reached'))});
        }
        if (url.searchParams.has('result') || app) {
            url.searchParams.delete('result');
            url.hash = '';
            window.history.replaceState(null, '', url.pathname + url.search);
        }
    }

    AJS.toInit(() => {
        const root = document.getElementById('intercom-connection');
        if (!root) {
            return;
        }
        root.querySelectorAll('.intercom-connect').forEach((button) => button.addEventListener('click', () => connect(root, button)));
        bindRevocation(root);
        forgetResult();
    });
}());
