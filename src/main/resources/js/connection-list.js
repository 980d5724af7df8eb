/* The connections of all projects, in one table that can be searched. */
(function () {
    'use strict';

    function state(row) {
        const {lozenge} = window.IntercomAdministration;
        if (row.state === 'connected') {
            return lozenge('success', AJS.I18n.getText('intercom.connection.page.connected'));
        }
        const place = document.createElement('div');
        const reason = document.createElement('div');
        reason.textContent = row.stateReasonText;
        place.append(lozenge('moved', AJS.I18n.getText('intercom.connection.page.broken')), reason);
        return place;
    }

    function line(row) {
        const {cell, time, projectLink} = window.IntercomAdministration;
        const tr = document.createElement('tr');
        tr.append(cell(projectLink(row.projectKey, row.projectName + ' (' + row.projectKey + ')')), cell(row.workspaceName + ' (' + row.region + ')'),
            cell(row.appUser || ''), cell(state(row)), cell(time(row.connectedAt)),
            cell(row.lastSuccess ? time(row.lastSuccess) : AJS.I18n.getText('intercom.administration.lastCall.never')),
            cell(String(row.waiting)), cell(String(row.failed)));
        return tr;
    }

    /** Rows that hold all the words, in any column. */
    function filter(table, typed) {
        const words = typed.toLowerCase().split(/\s+/).filter((word) => word);
        const rows = Array.from(table.tBodies[0].rows);
        rows.forEach((row) => {
            row.hidden = !words.every((word) => row.textContent.toLowerCase().includes(word));
        });
        const remark = document.getElementById('intercom-no-such-connection');
        remark.textContent = rows.some((row) => !row.hidden) ? '' : remark.dataset.text;
    }

    AJS.toInit(() => {
        const table = document.getElementById('intercom-connections');
        if (!table) {
            return;
        }
        const form = document.getElementById('intercom-connections-form');
        const typed = document.getElementById('intercom-connections-filter');
        form.addEventListener('submit', (event) => event.preventDefault());
        typed.addEventListener('input', () => filter(table, typed.value));
        window.IntercomAdministration.call('GET', '/connections').then((rows) => {
            table.tBodies[0].replaceChildren(...rows.map(line));
            table.hidden = rows.length === 0;
            form.hidden = rows.length < 2;
            document.getElementById('intercom-no-connections').hidden = rows.length > 0;
        }).catch(window.IntercomAdministration.tell).then(() => table.setAttribute('aria-busy', 'false'));
    });
}());
