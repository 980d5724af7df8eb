package org.intercomjira.intercom;

import java.util.Optional;
import java.util.regex.Pattern;

/** Intercom's id of a conversation: digits, about 15 of them today, so never an int. */
public record ConversationId(String value) {
    private static final Pattern DIGITS = Pattern.compile("\\d{1,40}");

    /** @throws IllegalArgumentException when the value is not digits only */
    public ConversationId {
        if (!isOne(value)) {
            throw new IllegalArgumentException("A conversation id is digits only");
        }
    }

    /** What somebody typed, with or without blanks around it; empty when it is no id. */
    public static Optional<ConversationId> of(String text) {
        return Optional.of(text.strip()).filter(ConversationId::isOne).map(ConversationId::new);
    }

    static boolean isOne(String text) {
        return DIGITS.matcher(text).matches();
    }
}
