package org.intercomjira.simulator.world;

import java.util.Locale;

/** The state of a conversation. */
public enum State {
    OPEN, CLOSED, SNOOZED;

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Throws IllegalArgumentException for any other word. */
    public static State of(String wireName) {
        return valueOf(wireName.toUpperCase(Locale.ROOT));
    }
}
