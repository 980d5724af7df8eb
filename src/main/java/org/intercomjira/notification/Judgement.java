package org.intercomjira.notification;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.intercomjira.connection.Connection;
import org.intercomjira.delivery.CoveredFact;
import org.intercomjira.delivery.JudgedFact;
import org.intercomjira.delivery.Message;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.link.Link;
import org.intercomjira.settings.ProjectSettings;

/**
 * Decides about each fact of a change: a message for each conversation, or the reason why there is none.
 *
 * <p>The first fact that is to be said names the messages. The others are covered: the comment of a combined edit must not be said again
 * by what comes across it alone. So is the wish of a post function to open the conversation, which the messages carry.
 */
final class Judgement {
    private final ProjectSettings settings;
    private final Connection connection;
    private final List<Link> links;
    private final Predicate<ConversationId> isOwn;

    /**
     * @param links of the issue
     * @param isOwn whether the app makes the change for a teammate who works in this conversation
     */
    Judgement(ProjectSettings settings, Connection connection, List<Link> links, Predicate<ConversationId> isOwn) {
        this.settings = settings;
        this.connection = connection;
        this.links = NotificationRules.reachable(links, connection);
        this.isOwn = isOwn;
    }

    /** The facts of the change with what becomes of each. */
    List<JudgedFact> of(IssueChange change) {
        Telling told = NotificationRules.telling(change, settings);
        List<Fact> said = change.facts(told);
        List<JudgedFact> judged = new ArrayList<>();
        for (Fact fact : change.facts()) {
            if (!said.contains(fact)) {
                judged.add(covered(change, fact, NotificationRules.silence(change, fact, settings)));
            } else if (links.isEmpty()) {
                judged.add(covered(change, fact, CoverReason.NO_CONVERSATION));
            } else if (fact.equals(said.get(0))) {
                judged.add(judged(change.only(told), fact));
            } else {
                judged.add(new JudgedFact(fact.key(), List.of(), List.of(mark(change, fact.key(), CoveredFact.TOGETHER))));
            }
        }
        return judged;
    }

    /** All facts of the change covered for a reason that has nothing to do with what they are. */
    List<JudgedFact> covered(IssueChange change, CoverReason reason) {
        return change.facts().stream().map(fact -> covered(change, fact, reason)).toList();
    }

    private JudgedFact judged(IssueChange change, Fact fact) {
        List<Message> messages = new ArrayList<>();
        List<CoveredFact> marks = new ArrayList<>();
        for (Link link : links) {
            if (isOwn.test(link.conversation())) {
                marks.add(mark(change, fact.dedupeKey(link.conversation()), CoverReason.OWN_ACTION.code()));
            } else {
                NotePayload payload = NotePayload.of(change, fact, link.workspace(), link.conversation()).withInternalComments(settings.internalCommentsSent());
                messages.add(NotificationRules.message(payload, sender(change), fact.dedupeKey(link.conversation())));
            }
        }
        if (change.function() == FunctionWish.REOPEN) {
            marks.add(mark(change, fact.reopenKey(), CoveredFact.TOGETHER));
        }
        return new JudgedFact(fact.key(), messages, marks);
    }

    private JudgedFact covered(IssueChange change, Fact fact, CoverReason reason) {
        return new JudgedFact(fact.key(), List.of(), List.of(mark(change, fact.key(), reason.code())));
    }

    private CoveredFact mark(IssueChange change, String key, String reason) {
        return new CoveredFact(key, connection.workspace().value(), sender(change), reason);
    }

    private static String sender(IssueChange change) {
        return String.valueOf(change.project().value());
    }
}
