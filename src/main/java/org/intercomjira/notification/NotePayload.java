package org.intercomjira.notification;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.util.Optional;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.platform.IssueId;

/**
 * What the outbox keeps of a note: ids, and the texts that nobody can read again later.
 *
 * @param actor display name, null for nobody
 */
record NotePayload(long issue, String workspace, String conversation, long changeGroup, String actor,
                   String fromStatus, String toStatus) {
    private static final int LONGEST_TEXT = 80;
    private static final Gson GSON = new GsonBuilder().disableHtmlEscaping().create();

    static NotePayload of(IssueChange change, WorkspaceId workspace, ConversationId conversation) {
        return new NotePayload(change.issue().value(), workspace.value(), conversation.value(), change.changeGroup(),
                cut(change.actorName()), cut(change.status().from()), cut(change.status().to()));
    }

    String toJson() {
        return GSON.toJson(this);
    }

    /** The stored payload; empty when it is none. */
    static Optional<NotePayload> fromJson(String json) {
        try {
            return Optional.ofNullable(GSON.fromJson(json, NotePayload.class))
                    .filter(payload -> payload.workspace != null && payload.conversation != null);
        } catch (JsonParseException unreadable) {
            return Optional.empty();
        }
    }

    IssueId issueId() {
        return new IssueId(issue);
    }

    /** Keeps the payload below the 2,000 characters of the outbox, even if every character had to be escaped. */
    private static String cut(String text) {
        if (text == null || text.codePointCount(0, text.length()) <= LONGEST_TEXT) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT));
    }
}
