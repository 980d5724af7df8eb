package org.intercomjira.simulator.faults;

import java.util.Locale;
import java.util.Optional;

/** What can go wrong. The names in JSON are in lower case. */
public enum FaultKind {
    /** The answer comes late. */
    LATENCY,
    /** 429, as if the window were used up. */
    RATE_LIMIT,
    /** Any status with any code, before or after the change is made. */
    STATUS,
    /** The change is made, then nothing is heard; the connection closes after the delay. */
    HANG_AFTER_STORE,
    /** The change is made, the answer's head and half of its body come, then nothing; the connection closes after the delay. */
    STALL_BODY,
    /** The connection closes at once, and the change is made when the delay has passed. */
    STORED_LATE,
    /** A conversation is read without the parts that are younger than the delay, as from a copy that is behind. */
    STALE_READ,
    /** The connection closes without an answer, before or after the change is made. */
    CUT,
    /** 401 with one of the codes for lost tokens. */
    UNAUTHORIZED,
    /** 403 that names a missing permission. */
    FORBIDDEN_SCOPE,
    /** 403 for one conversation. */
    FORBIDDEN,
    /** 403 because the workspace has no subscription. */
    PLAN_RESTRICTED,
    /** Every connection closes at once. */
    DOWN;

    public static Optional<FaultKind> named(String name) {
        try {
            return Optional.of(valueOf(name.toUpperCase(Locale.ROOT)));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
