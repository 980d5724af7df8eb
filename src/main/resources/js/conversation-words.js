/* Words for what Intercom tells in codes. */
define('intercom-for-jira/words', ['intercom-for-jira/page'], function (page) {
    'use strict';

    const el = page.el;

    function stateLozenge(state) {
        const known = {
            open: [AJS.I18n.getText('intercom.link.card.state.open'), 'aui-lozenge-success'],
            closed: [AJS.I18n.getText('intercom.link.card.state.closed'), ''],
            snoozed: [AJS.I18n.getText('intercom.link.card.state.snoozed'), 'aui-lozenge-moved']
        }[state];
        return known ? el('span', {className: 'aui-lozenge ' + known[1]}, known[0]) : null;
    }

    function contactLine(kind, name) {
        if (!kind) {
            return null;
        }
        const word = kind === 'lead' ? AJS.I18n.getText('intercom.link.card.lead') : AJS.I18n.getText('intercom.link.card.user');
        return el('span', {className: 'intercom-contact'}, word + ': ' + (name || AJS.I18n.getText('intercom.link.card.unnamed')));
    }

    /** What is special about a link: a lozenge and a sentence. */
    function remark(link) {
        const workspace = link.workspace.name || link.workspace.id;
        return {
            other_workspace: [AJS.I18n.getText('intercom.link.card.other_workspace', workspace), AJS.I18n.getText('intercom.link.card.other_workspace.text')],
            gone: [AJS.I18n.getText('intercom.link.card.gone'), AJS.I18n.getText('intercom.link.card.gone.text')],
            forbidden: [AJS.I18n.getText('intercom.link.card.forbidden'), AJS.I18n.getText('intercom.link.card.forbidden.text')],
            unchecked: [AJS.I18n.getText('intercom.link.card.unchecked'), AJS.I18n.getText('intercom.link.card.unchecked.text')]
        }[link.state];
    }

    function titleOf(link) {
        const seen = link.snapshot || {};
        return seen.subject || seen.excerpt || AJS.I18n.getText('intercom.link.card.conversation', link.conversationId);
    }

    /** Names of the workspace's own attributes are shown as they are there. */
    function fieldLabel(field) {
        const name = field.name;
        if (!field.named) {
            return AJS.I18n.getText('intercom.link.card.unnamed');
        }
        const known = {
            email: AJS.I18n.getText('intercom.link.field.email'),
            phone: AJS.I18n.getText('intercom.link.field.phone'),
            user_id: AJS.I18n.getText('intercom.link.field.user_id'),
            created_at: AJS.I18n.getText('intercom.link.field.created_at'),
            last_request_at: AJS.I18n.getText('intercom.link.field.last_request_at'),
            session_count: AJS.I18n.getText('intercom.link.field.session_count'),
            size: AJS.I18n.getText('intercom.link.field.size'),
            website: AJS.I18n.getText('intercom.link.field.website')
        };
        return Object.hasOwn(known, name) ? known[name] : name.replace(/^custom_attributes\./, '').replace(/[._]/g, ' ');
    }

    function personName(person) {
        const words = {
            user: AJS.I18n.getText('intercom.conversation.person.user'),
            lead: AJS.I18n.getText('intercom.conversation.person.lead'),
            teammate: AJS.I18n.getText('intercom.conversation.person.teammate'),
            bot: AJS.I18n.getText('intercom.conversation.person.bot')
        };
        const word = words[person.kind] || AJS.I18n.getText('intercom.conversation.person.other');
        return {name: person.name || word, kind: person.name ? word : null};
    }

    /** What happened, as a sentence. */
    function eventText(entry) {
        const who = personName(entry.author).name;
        if (entry.assignee && entry.event === 'assignment') {
            return AJS.I18n.getText('intercom.conversation.event.assignment.to', who, entry.assignee);
        }
        if (entry.assignee && entry.event === 'assign_and_reopen') {
            return AJS.I18n.getText('intercom.conversation.event.assign_and_reopen.to', who, entry.assignee);
        }
        const known = {
            open: AJS.I18n.getText('intercom.conversation.event.open', who),
            close: AJS.I18n.getText('intercom.conversation.event.close', who),
            snoozed: AJS.I18n.getText('intercom.conversation.event.snoozed', who),
            unsnoozed: AJS.I18n.getText('intercom.conversation.event.unsnoozed', who),
            timer_unsnooze: AJS.I18n.getText('intercom.conversation.event.timer_unsnooze'),
            assignment: AJS.I18n.getText('intercom.conversation.event.assignment', who),
            assign_and_reopen: AJS.I18n.getText('intercom.conversation.event.assign_and_reopen', who),
            conversation_tags_updated: AJS.I18n.getText('intercom.conversation.event.tags', who),
            priority_changed: AJS.I18n.getText('intercom.conversation.event.priority', who)
        };
        if (Object.hasOwn(known, entry.event)) {
            return known[entry.event];
        }
        return entry.event.startsWith('conversation_attribute_updated') ? AJS.I18n.getText('intercom.conversation.event.attribute', who)
            : AJS.I18n.getText('intercom.conversation.event.other', who, entry.event.replace(/_/g, ' '));
    }

    return {
        stateLozenge: stateLozenge, contactLine: contactLine, remark: remark, titleOf: titleOf,
        fieldLabel: fieldLabel, personName: personName, eventText: eventText
    };
});
