package org.intercomjira.conversation;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.intercomjira.platform.IssueId;

/**
 * What somebody wrote to a conversation and has not arrived there yet.
 *
 * @param author key of the Jira user
 * @param body   as it was typed: text, no HTML
 */
record Draft(long id, long link, IssueId issue, String author, Kind kind, String body, Instant createdAt) {
    /** Who reads it. */
    enum Kind {
        /** Teammates only. */
        NOTE,
        /** The customer. */
        REPLY;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Optional<Kind> of(String code) {
            return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
        }
    }

    /** Names the fact in the outbox, and in the address inside a note. */
    String name() {
        return "part:" + id;
    }
}
