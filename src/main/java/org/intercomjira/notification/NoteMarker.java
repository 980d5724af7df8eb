package org.intercomjira.notification;

import java.net.URI;
import java.util.regex.Pattern;
import org.intercomjira.intercom.Conversation;
import org.intercomjira.intercom.Part;

/**
 * The address behind the issue's key in a note. Its fragment changes nothing in Jira and names the change that is told,
 * so a note can be found again: Intercom has no idempotency keys.
 */
final class NoteMarker {
    private static final String NOTE = "note";
    private static final String ANY_KEY = "[^/#\\s\"'<>]+";

    private NoteMarker() {
    }

    static URI address(URI issue, long changeGroup) {
        return URI.create(issue + "#change-" + changeGroup);
    }

    /** Whether the conversation has the note already; the issue may have had another key when it was written. */
    static boolean isIn(Conversation conversation, URI issue, long changeGroup) {
        String folder = issue.toString().substring(0, issue.toString().lastIndexOf('/') + 1);
        Pattern marker = Pattern.compile(Pattern.quote(folder) + ANY_KEY + "#change-" + changeGroup + "(?!\\d)");
        return conversation.parts().stream().filter(part -> NOTE.equals(part.type())).map(Part::body)
                .anyMatch(body -> body != null && marker.matcher(body).find());
    }
}
