package org.intercomjira.notification;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.intercomjira.intercom.Conversation;
import org.intercomjira.intercom.Part;
import org.intercomjira.platform.IssueLink;

/**
 * The address behind the issue's key in a note. Its fragment changes nothing in Jira and names the fact that is told,
 * so a note can be found again: Intercom has no idempotency keys.
 */
final class NoteMarker {
    /** Besides the types that say what was done and what came of it, such as {@code assign_and_reopen}. */
    private static final Set<String> OPENING_AND_CLOSING = Set.of("open", "close", "snoozed", "unsnoozed", "timer_unsnooze", "merged_secondary_conversation");

    private NoteMarker() {
    }

    /** Where the issue's key in the note leads; of a comment, to the comment itself. */
    static URI address(URI issue, Fact fact) {
        String query = fact.kind() == Fact.Kind.COMMENT ? "?focusedCommentId=" + fact.id() : "";
        return URI.create(issue + query + "#" + name(fact));
    }

    /**
     * Whether the conversation has the note already, in a note of any type and by any author: the app user, the issue's key or Jira's base
     * URL may have changed since it was written, see {@link IssueLink#names}.
     */
    static boolean isIn(Conversation conversation, URI issue, Fact fact) {
        return place(conversation.parts(), issue, fact) >= 0;
    }

    /** Whether anyone has opened, closed or snoozed the conversation since the note came to it. */
    static boolean wasMovedAfter(Conversation conversation, URI issue, Fact fact) {
        List<Part> parts = inOrder(conversation.parts());
        return parts.subList(place(parts, issue, fact) + 1, parts.size()).stream().anyMatch(part -> opensOrCloses(part.type()));
    }

    /** Intercom promises no order. */
    private static List<Part> inOrder(List<Part> parts) {
        return parts.stream().anyMatch(part -> part.createdAt() == null) ? parts
                : parts.stream().sorted(Comparator.comparing(Part::createdAt)).toList();
    }

    private static boolean opensOrCloses(String type) {
        return OPENING_AND_CLOSING.contains(type) || type.endsWith("_and_reopen") || type.endsWith("_and_unsnooze");
    }

    /** Below zero when it is not there. */
    private static int place(List<Part> parts, URI issue, Fact fact) {
        for (int at = 0; at < parts.size(); at++) {
            if (parts.get(at).isNote() && IssueLink.firstIn(parts.get(at).body()).filter(link -> link.names(issue, name(fact))).isPresent()) {
                return at;
            }
        }
        return -1;
    }

    private static String name(Fact fact) {
        return fact.kind().code() + "-" + fact.id();
    }
}
