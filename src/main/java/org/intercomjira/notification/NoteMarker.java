package org.intercomjira.notification;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.intercomjira.intercom.Conversation;
import org.intercomjira.intercom.Part;

/**
 * The address behind the issue's key in a note. Its fragment changes nothing in Jira and names the fact that is told,
 * so a note can be found again: Intercom has no idempotency keys.
 */
final class NoteMarker {
    private static final Set<String> OPENING_AND_CLOSING = Set.of("open", "close", "snoozed", "assign_and_reopen", "timer_unsnooze");

    private NoteMarker() {
    }

    /** Where the issue's key in the note leads; of a comment, to the comment itself. */
    static URI address(URI issue, Fact fact) {
        String query = fact.kind() == Fact.Kind.COMMENT ? "?focusedCommentId=" + fact.id() : "";
        return URI.create(issue + query + "#" + name(fact));
    }

    /** Whether the conversation has the note already; the issue may have had another key when it was written. */
    static boolean isIn(Conversation conversation, URI issue, Fact fact) {
        return place(conversation, issue, fact) >= 0;
    }

    /** Whether anyone has opened, closed or snoozed the conversation since the note came to it. */
    static boolean wasMovedAfter(Conversation conversation, URI issue, Fact fact) {
        List<Part> parts = conversation.parts();
        return parts.subList(place(conversation, issue, fact) + 1, parts.size()).stream().anyMatch(part -> OPENING_AND_CLOSING.contains(part.type()));
    }

    /** Below zero when it is not there. */
    private static int place(Conversation conversation, URI issue, Fact fact) {
        String folder = issue.toString().substring(0, issue.toString().lastIndexOf('/') + 1);
        Pattern marker = Pattern.compile(Pattern.quote(folder) + "[^/#?\\s\"'<>]+(?:\\?focusedCommentId=\\d+)?#([a-z]+-\\d+)");
        List<Part> parts = conversation.parts();
        for (int at = 0; at < parts.size(); at++) {
            if ("note".equals(parts.get(at).type()) && name(fact).equals(firstMarker(marker, parts.get(at).body()))) {
                return at;
            }
        }
        return -1;
    }

    /** Only the first marker in a note counts: what people write comes after it, and they may write anything. */
    private static String firstMarker(Pattern marker, String body) {
        Matcher found = marker.matcher(body == null ? "" : body);
        return found.find() ? found.group(1) : "";
    }

    private static String name(Fact fact) {
        return fact.kind().code() + "-" + fact.id();
    }
}
