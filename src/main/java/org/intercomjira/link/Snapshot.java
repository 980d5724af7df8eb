package org.intercomjira.link;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.intercomjira.intercom.Contact;
import org.intercomjira.intercom.Conversation;

/**
 * What an issue's panel shows of a conversation, as it was when it was last read. Kept small, and without e-mail
 * addresses: whoever sees the issue sees this.
 *
 * @param version     of this shape; a stored one with another version is read again from Intercom
 * @param contactName null when Intercom has none
 * @param contactKind {@code user} or {@code lead}, null without a contact
 * @param state       {@code open}, {@code closed} or {@code snoozed}
 * @param updatedAt   null when Intercom does not say
 */
record Snapshot(int version, String subject, String excerpt, String contactName, String contactKind, String state,
                Long updatedAt) {
    static final int VERSION = 1;
    private static final int LONGEST_TEXT = 250;
    private static final Gson GSON = new Gson();

    static Snapshot of(Conversation conversation) {
        Optional<Contact> contact = Optional.ofNullable(conversation.contact());
        return new Snapshot(VERSION, cut(conversation.subject()), cut(conversation.excerpt()),
                contact.map(Contact::name).map(Snapshot::cut).orElse(null),
                contact.map(Contact::kind).map(Snapshot::code).orElse(null),
                code(conversation.state()), millis(conversation.updatedAt()));
    }

    String toJson() {
        return GSON.toJson(this);
    }

    /** The stored snapshot; empty when there is none, or one of another shape. */
    static Optional<Snapshot> fromJson(String json) {
        try {
            return Optional.ofNullable(GSON.fromJson(json, Snapshot.class)).filter(read -> read.version == VERSION);
        } catch (JsonParseException unreadable) {
            return Optional.empty();
        }
    }

    /** The same without anything that was written in the conversation: a subject may be the first words of a message. */
    Snapshot withoutMessageText() {
        boolean subjectIsMessage = subject != null && excerpt != null && excerpt.startsWith(subject);
        return new Snapshot(version, subjectIsMessage ? null : subject, null, contactName, contactKind, state, updatedAt);
    }

    private static Long millis(Instant time) {
        return time == null ? null : time.toEpochMilli();
    }

    private static String code(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** Counts code points: half an emoji would be no text. */
    private static String cut(String text) {
        if (text == null || text.codePointCount(0, text.length()) <= LONGEST_TEXT) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, LONGEST_TEXT));
    }
}
