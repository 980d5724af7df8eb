/* Shows a whole conversation. Long ones are drawn a few entries at a time, so that the page stays usable meanwhile. */
define('intercom-for-jira/conversation-dialog', ['intercom-for-jira/page', 'intercom-for-jira/words', 'intercom-for-jira/safe-html'], function (page, words, fragment) {
    'use strict';

    const AT_ONCE = 25;
    const el = page.el;

    function fileSize(bytes) {
        return bytes ? ' (' + new Intl.NumberFormat(document.documentElement.lang || undefined, {
            style: 'unit', unit: bytes < 1e6 ? 'kilobyte' : 'megabyte', maximumFractionDigits: 1
        }).format(bytes < 1e6 ? bytes / 1e3 : bytes / 1e6) + ')' : '';
    }

    function files(entry) {
        return entry.files.length === 0 ? null : el('ul', {className: 'intercom-files', 'aria-label': AJS.I18n.getText('intercom.conversation.dialog.files')},
            entry.files.map((file) => el('li', {}, el('a', {href: file.url, target: '_blank', rel: 'noopener noreferrer'}, file.name), fileSize(file.size))));
    }

    function entryNode(entry) {
        const person = words.personName(entry.author);
        const text = entry.html ? el('div', {className: 'intercom-message'}) : null;
        if (text) {
            text.append(fragment(entry.html));
        }
        const head = entry.event ? [el('span', {className: 'intercom-event'}, words.eventText(entry))]
            : [el('strong', {className: 'intercom-author'}, person.name), person.kind ? el('span', {className: 'intercom-kind'}, person.kind) : null,
                entry.kind === 'note' ? el('span', {className: 'aui-lozenge aui-lozenge-moved'}, AJS.I18n.getText('intercom.conversation.entry.note')) : null];
        return el('li', {className: 'intercom-entry intercom-entry-' + entry.kind + ' intercom-from-' + entry.author.kind, 'data-kind': entry.kind},
            el('p', {className: 'intercom-meta'}, head, entry.time ? page.when(entry.time) : null), text, files(entry));
    }

    /** Draws some, lets the browser do what people want meanwhile, and draws on. */
    function draw(list, entries, done) {
        list.append(...entries.slice(0, AT_ONCE).map(entryNode));
        if (entries.length > AT_ONCE) {
            setTimeout(() => draw(list, entries.slice(AT_ONCE), done), 0);
        } else {
            done();
        }
    }

    function fill(place, status, thread) {
        const customer = thread.customer ? words.contactLine(thread.customer.kind, thread.customer.name) : null;
        const list = el('ol', {className: 'intercom-thread', tabindex: '0', 'aria-label': AJS.I18n.getText('intercom.conversation.dialog.thread'), 'aria-busy': 'true'});
        place.replaceChildren(
            el('p', {className: 'intercom-meta'}, ...[words.stateLozenge(thread.state), customer,
                el('a', {href: thread.url, target: '_blank', rel: 'noopener noreferrer'}, AJS.I18n.getText('intercom.conversation.dialog.open'))].filter(Boolean)),
            ...(thread.left > 0 ? [el('p', {className: 'intercom-left'}, AJS.I18n.getText('intercom.conversation.dialog.left', thread.left))] : []),
            list);
        draw(list, thread.entries, () => {
            list.setAttribute('aria-busy', 'false');
            status.textContent = AJS.I18n.getText('intercom.conversation.dialog.count', thread.entries.length);
        });
    }

    /** Options: issueKey, link, opener, onRead. */
    return function open(options) {
        const status = el('p', {className: 'intercom-thread-status', role: 'status'}, AJS.I18n.getText('intercom.conversation.dialog.loading'));
        const place = el('div', {className: 'intercom-thread-place'});
        const close = page.button(AJS.I18n.getText('intercom.conversation.dialog.close'), () => dialog.hide(), 'aui-button-primary');
        const dialog = page.openDialog({
            title: words.titleOf(options.link), className: 'aui-dialog2-large intercom-conversation-dialog', content: [status, place],
            actions: [close], opener: options.opener, focus: close
        });
        page.call('GET', '/issues/' + encodeURIComponent(options.issueKey) + '/conversations/' + encodeURIComponent(options.link.conversationId))
            .then((thread) => {
                fill(place, status, thread);
                options.onRead();
            }, (failure) => {
                status.textContent = '';
                place.replaceChildren(el('div', {className: 'aui-message aui-message-error', role: 'alert'}, el('p', {}, failure.message)));
            });
    };
});
