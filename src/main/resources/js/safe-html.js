/*
 * The server has cleaned the HTML of messages. It is taken apart here in a document of its own, where nothing runs or loads, and only
 * elements from a list are made anew, so that a page does not depend on the server alone.
 */
define('intercom-for-jira/safe-html', [], function () {
    'use strict';

    const ALLOWED = ['P', 'BR', 'B', 'STRONG', 'I', 'EM', 'U', 'S', 'DEL', 'A', 'UL', 'OL', 'LI', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'PRE', 'CODE',
        'BLOCKQUOTE', 'HR', 'TABLE', 'THEAD', 'TBODY', 'TR', 'TH', 'TD', 'DIV', 'SPAN'];
    /** A message's headings must not stand among the page's. */
    const INSTEAD = {H1: 'P', H2: 'P', H3: 'P', H4: 'P', H5: 'P', H6: 'P'};
    const DEEPEST = 50;

    function link(from) {
        const made = document.createElement('a');
        try {
            const address = new URL(from.getAttribute('href'));
            if (['http:', 'https:', 'mailto:'].includes(address.protocol)) {
                made.href = address.href;
                made.target = '_blank';
                made.rel = 'noopener noreferrer nofollow';
            }
        } catch (e) {
            // no address: its text is shown
        }
        return made;
    }

    function copy(node, place, depth) {
        node.childNodes.forEach((child) => {
            if (child.nodeType === Node.TEXT_NODE) {
                place.append(child.data);
            } else if (child.nodeType === Node.ELEMENT_NODE && depth < DEEPEST) {
                const made = child.nodeName === 'A' ? link(child)
                    : ALLOWED.includes(child.nodeName) ? document.createElement(INSTEAD[child.nodeName] || child.nodeName) : null;
                if (made) {
                    copy(child, made, depth + 1);
                    place.append(made);
                }
            }
        });
    }

    /** The HTML as nodes that can only be looked at. */
    return function fragment(html) {
        const made = document.createDocumentFragment();
        copy(new DOMParser().parseFromString(html, 'text/html').body, made, 0);
        return made;
    };
});
