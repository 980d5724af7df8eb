/* The settings of the project's page: each change is saved at once, confirmed beside it, and taken back on the page when it could not be saved. */
(function () {
    'use strict';

    /** Changes go out one after the other, so that answers come in the order of the changes. */
    let queue = Promise.resolve();

    function valueAt(settings, path) {
        return path.split('.').reduce((place, step) => place[step], settings);
    }

    /** Only the one key that changes, so that nobody else's change is taken back. */
    function changeOf(path, value) {
        return path.split('.').reduceRight((inner, step) => ({[step]: inner}), value);
    }

    function call(root, method, body) {
        const address = AJS.contextPath() + '/rest/intercom/1.0/projects/' + encodeURIComponent(root.dataset.projectKey) + '/settings';
        const headers = {'Accept': 'application/json', 'Content-Type': 'application/json', 'X-Atlassian-Token': 'no-check'};
        return fetch(address, {method: method, credentials: 'same-origin', headers: headers, body: body && JSON.stringify(body)}).then((response) => {
            if (response.ok) {
                return response.json();
            }
            return response.json().catch(() => ({})).then((answer) => {
                const failure = new Error(answer.message || AJS.I18n.getText('intercom.settings.failed'));
                failure.code = answer.code;
                throw failure;
            });
        });
    }

    function sentence(failure) {
        return failure instanceof TypeError ? AJS.I18n.getText('intercom.settings.failed') : failure.message;
    }

    /** Says what came of the latest change, in its own place and nowhere else. */
    function say(root, place, text, isFailure) {
        root.querySelectorAll('.intercom-outcome').forEach((other) => {
            if (other !== place) {
                other.textContent = '';
            }
        });
        place.classList.toggle('intercom-failure', Boolean(isFailure));
        place.textContent = text;
    }

    function sayFailure(root, place, failure) {
        say(root, place, AJS.I18n.getText('intercom.settings.notSaved', sentence(failure)), true);
        if (failure.code === 'settings.unreadable') {
            document.getElementById('intercom-settings-unusable').hidden = false;
        }
    }

    /** @return a promise of the stored settings; it fails when they were not saved */
    function save(root, path, value) {
        const saved = queue.then(() => call(root, 'PUT', changeOf(path, value)));
        queue = saved.catch(() => {});
        return saved;
    }

    function boxes(root) {
        return Array.from(root.querySelectorAll('input[data-path]'));
    }

    /** What is stored, also by others in the meantime; a box whose own change is under way keeps it. */
    function show(root, settings) {
        boxes(root).filter((box) => !box.dataset.saving).forEach((box) => {
            box.checked = valueAt(settings, box.dataset.path);
            box.defaultChecked = box.checked;
        });
    }

    function change(root, box) {
        const outcome = box.closest('div').querySelector('.intercom-outcome');
        const underWay = Number(box.dataset.saving || 0) + 1;
        box.dataset.saving = underWay;
        const done = () => {
            const left = Number(box.dataset.saving) - 1;
            if (left) {
                box.dataset.saving = left;
            } else {
                delete box.dataset.saving;
            }
        };
        save(root, box.dataset.path, box.checked).then((settings) => {
            done();
            box.defaultChecked = valueAt(settings, box.dataset.path);
            show(root, settings);
            say(root, outcome, AJS.I18n.getText('intercom.settings.saved'));
        }, (failure) => {
            done();
            if (!box.dataset.saving) {
                box.checked = box.defaultChecked;
            }
            sayFailure(root, outcome, failure);
        });
    }

    function reset(root, dialog, button) {
        button.disabled = true;
        call(root, 'DELETE').then((settings) => {
            document.getElementById('intercom-settings-unusable').hidden = true;
            boxes(root).forEach((box) => {
                box.disabled = false;
            });
            show(root, settings);
            root.dispatchEvent(new CustomEvent('intercom-settings-restored', {detail: settings}));
            dialog.hide();
            document.getElementById('intercom-settings-title').focus();
            say(root, document.getElementById('intercom-settings-status'), AJS.I18n.getText('intercom.settings.restored'));
        }).catch((failure) => {
            dialog.hide();
            sayFailure(root, document.getElementById('intercom-settings-status'), failure);
        }).then(() => {
            button.disabled = false;
        });
    }

    function bindReset(root) {
        const dialog = AJS.dialog2('#intercom-reset-dialog');
        const confirm = document.getElementById('intercom-reset-confirm');
        document.getElementById('intercom-settings-reset').addEventListener('click', () => dialog.show());
        document.getElementById('intercom-reset-cancel').addEventListener('click', () => dialog.hide());
        confirm.addEventListener('click', () => reset(root, dialog, confirm));
    }

    /* The lists of visible fields are saved in the same queue. */
    window.IntercomSettings = {save: save, say: say, sayFailure: sayFailure};

    AJS.toInit(() => {
        const root = document.getElementById('intercom-settings');
        if (!root) {
            return;
        }
        // a browser that comes back to the page may have kept boxes as they were
        boxes(root).forEach((box) => {
            box.checked = box.defaultChecked;
            box.addEventListener('change', () => change(root, box));
        });
        document.getElementById('intercom-switches').addEventListener('submit', (event) => event.preventDefault());
        bindReset(root);
    });
}());
