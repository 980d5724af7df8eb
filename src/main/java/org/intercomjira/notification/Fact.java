package org.intercomjira.notification;

import java.util.Locale;
import org.intercomjira.intercom.ConversationId;

/**
 * What a note is about, named so that it is told once: Jira's record of a change, a comment, a link made or removed, or a run of the
 * post function that left no record.
 */
record Fact(Kind kind, long id) {
    /** In lower case these are parts of dedupe keys and of addresses, so they stay what they are. */
    enum Kind {
        CHANGE, COMMENT, LINK, UNLINK, FUNCTION;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Fact change(long id) {
        return new Fact(Kind.CHANGE, id);
    }

    static Fact comment(long id) {
        return new Fact(Kind.COMMENT, id);
    }

    /** Names it in the outbox, whatever becomes of it. */
    String key() {
        return kind.code() + ":" + id;
    }

    /** Names that this conversation is told of it. */
    String dedupeKey(ConversationId conversation) {
        return key() + ":" + conversation.value();
    }

    /** Names that conversations are opened along with its notes. */
    String reopenKey() {
        return "reopen:" + key();
    }

    /** Names that this conversation is opened because of it. */
    String reopenKey(ConversationId conversation) {
        return "reopen:" + dedupeKey(conversation);
    }
}
