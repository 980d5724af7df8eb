/*
 * Draws a project's report from what REST tells. Charts are tables: each row says its number in words and shows it as a bar, so
 * nothing is lost without colours or without sight. Everything is put in as text.
 */
(function () {
    'use strict';

    function el(name, properties, ...children) {
        const node = document.createElement(name);
        Object.entries(properties || {}).forEach(([key, value]) => key === 'className' ? node.className = value : node.setAttribute(key, value));
        node.append(...children.filter((child) => child !== null && child !== undefined));
        return node;
    }

    function stateText(state) {
        return {
            open: AJS.I18n.getText('intercom.report.state.open'),
            closed: AJS.I18n.getText('intercom.report.state.closed'),
            snoozed: AJS.I18n.getText('intercom.report.state.snoozed'),
            gone: AJS.I18n.getText('intercom.report.state.gone')
        }[state] || AJS.I18n.getText('intercom.report.state.unknown');
    }

    function issueLink(row) {
        return el('a', {href: AJS.contextPath() + '/browse/' + encodeURIComponent(row.issueKey)}, row.issueKey);
    }

    /** An issue by its key and what it is about. */
    function issueName(row) {
        return [issueLink(row), ' ' + (row.summary || AJS.I18n.getText('intercom.report.noSummary'))];
    }

    function conversationLink(row) {
        const text = row.title || AJS.I18n.getText('intercom.report.conversation', row.conversationId);
        // the address comes from our own REST; anything but a web address would be a mistake there
        return /^https?:/.test(row.url) ? el('a', {href: row.url, target: '_blank', rel: 'noopener noreferrer'}, text) : text;
    }

    function when(millis) {
        const date = new Date(millis);
        const format = new Intl.DateTimeFormat(document.documentElement.lang || undefined, {dateStyle: 'medium', timeStyle: 'short'});
        return el('time', {datetime: date.toISOString()}, format.format(date));
    }

    function table(caption, headings, rows) {
        const id = 'intercom-report-' + caption.id;
        return el('section', {'aria-labelledby': id, className: 'intercom-' + caption.id},
            el('h2', {id: id}, caption.text),
            rows.length === 0 ? el('p', {}, AJS.I18n.getText('intercom.report.nothing'))
                : el('table', {className: 'aui', 'aria-labelledby': id},
                    el('thead', {}, el('tr', {}, ...headings.map((heading) => el('th', {scope: 'col', className: heading.className || ''}, heading.text)))),
                    el('tbody', {}, ...rows)));
    }

    function bar(value, most) {
        const filled = el('span', {className: 'intercom-bar', 'aria-hidden': 'true'});
        filled.style.width = Math.round(100 * value / most) + '%';
        return el('td', {className: 'intercom-bar-cell'}, value > 0 ? filled : null);
    }

    /** Rows of name, number and bar. */
    function chart(caption, nameHeading, numberHeading, entries) {
        const most = Math.max(1, ...entries.map((entry) => entry.value));
        const headings = [{text: nameHeading}, {text: numberHeading, className: 'intercom-number'}, {text: AJS.I18n.getText('intercom.report.share')}];
        return table(caption, headings, entries.map((entry) => el('tr', {},
            el('th', {scope: 'row'}, ...entry.name), el('td', {className: 'intercom-number'}, String(entry.value)), bar(entry.value, most))));
    }

    function newest(links) {
        const headings = ['issue', 'conversation', 'state', 'workspace', 'linkedBy', 'linkedAt'].map((name) => ({text: {
            issue: AJS.I18n.getText('intercom.report.column.issue'),
            conversation: AJS.I18n.getText('intercom.report.column.conversation'),
            state: AJS.I18n.getText('intercom.report.column.state'),
            workspace: AJS.I18n.getText('intercom.report.column.workspace'),
            linkedBy: AJS.I18n.getText('intercom.report.column.linkedBy'),
            linkedAt: AJS.I18n.getText('intercom.report.column.linkedAt')
        }[name]}));
        return table({id: 'newest', text: AJS.I18n.getText('intercom.report.newest')}, headings, links.map((link) => el('tr', {},
            el('th', {scope: 'row'}, ...issueName(link)), ...[conversationLink(link), stateText(link.state), link.workspace, link.linkedBy || '', when(link.linkedAt)]
                .map((content, index) => el('td', {'data-heading': headings[index + 1].text}, content)))));
    }

    function draw(report) {
        return [
            chart({id: 'states', text: AJS.I18n.getText('intercom.report.states')}, AJS.I18n.getText('intercom.report.column.state'),
                AJS.I18n.getText('intercom.report.conversations'),
                report.conversations.filter((entry) => entry.conversations > 0).map((entry) => ({name: [stateText(entry.state)], value: entry.conversations}))),
            chart({id: 'issues', text: AJS.I18n.getText('intercom.report.issuesByLinks')}, AJS.I18n.getText('intercom.report.linksOfAnIssue'),
                AJS.I18n.getText('intercom.report.issues'), report.issuesByLinks.map((entry) => ({name: [String(entry.links)], value: entry.issues}))),
            chart({id: 'most', text: AJS.I18n.getText('intercom.report.mostLinked')}, AJS.I18n.getText('intercom.report.column.issue'),
                AJS.I18n.getText('intercom.report.conversations'),
                report.mostLinked.map((entry) => ({name: issueName(entry), value: entry.links}))),
            newest(report.newest)
        ];
    }

    function summary(report) {
        const numbers = AJS.I18n.getText('intercom.report.numbers', report.links, report.issues);
        return report.truncated ? numbers + ' ' + AJS.I18n.getText('intercom.report.truncated', report.mostLinks) : numbers;
    }

    function load(key) {
        const address = AJS.contextPath() + '/rest/intercom/1.0/projects/' + encodeURIComponent(key) + '/report';
        return fetch(address, {credentials: 'same-origin', headers: {'Accept': 'application/json'}})
            .then((response) => response.json().catch(() => ({})).then((answer) => {
                if (!response.ok) {
                    throw new Error(answer.message || AJS.I18n.getText('intercom.report.failed'));
                }
                return answer;
            }));
    }

    AJS.toInit(() => {
        const root = document.getElementById('intercom-report');
        if (!root) {
            return;
        }
        const status = root.querySelector('.intercom-report-status');
        load(root.dataset.projectKey).then((report) => {
            root.querySelector('.intercom-report-body').replaceChildren(...draw(report));
            status.textContent = summary(report);
        }).catch((failure) => {
            status.textContent = failure instanceof TypeError ? AJS.I18n.getText('intercom.report.failed') : failure.message;
        }).then(() => root.setAttribute('aria-busy', 'false'));
    });
}());
