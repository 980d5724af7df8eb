package org.intercomjira.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.intercomjira.connection.Connection;
import org.intercomjira.delivery.Message;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.link.Link;
import org.intercomjira.settings.ProjectSettings;

/**
 * What goes into the outbox because of a change: a message for each conversation, and the other facts that it covers.
 *
 * <p>The first fact that is told names the message. The others are covered: the comment of a combined edit must not be told again by
 * someone who sees it alone. So is the wish of a post function to open the conversation, which the message carries.
 */
record Letters(List<Message> messages, List<Message> covered) {
    static Letters none() {
        return new Letters(new ArrayList<>(), new ArrayList<>());
    }

    /** @param quiet the conversations that are not told although the project wants it: for them all facts are covered */
    static Letters about(IssueChange change, ProjectSettings settings, Connection connection, List<Link> links, Predicate<ConversationId> quiet) {
        Letters letters = none();
        List<Fact> facts = change.facts(NotificationRules.telling(change, settings));
        if (!facts.isEmpty()) {
            NotificationRules.reachable(links, connection).forEach(link -> letters.add(change, facts, link, quiet.test(link.conversation())));
        }
        return letters;
    }

    private void add(IssueChange change, List<Fact> facts, Link link, boolean isQuiet) {
        String sender = String.valueOf(change.project().value());
        NotePayload payload = NotePayload.of(change, facts.get(0), link.workspace(), link.conversation());
        for (Fact fact : facts) {
            boolean tells = fact.equals(facts.get(0)) && !isQuiet;
            (tells ? messages : covered).add(NotificationRules.message(payload, sender, fact.dedupeKey(link.conversation())));
        }
        if (change.function() == FunctionWish.REOPEN) {
            covered.add(NotificationRules.message(payload, sender, facts.get(0).reopenKey(link.conversation())));
        }
    }

    void addAll(Letters others) {
        messages.addAll(others.messages);
        covered.addAll(others.covered);
    }
}
