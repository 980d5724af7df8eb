package org.intercomjira.intercom;

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

    static boolean isOne(String text) {
        return DIGITS.matcher(text).matches();
    }
}
