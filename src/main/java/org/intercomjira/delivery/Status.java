package org.intercomjira.delivery;

import java.util.Arrays;
import java.util.Optional;

/** Where a stored message stands. */
enum Status {
    /** To be sent at its time. */
    WAITING,
    /** Behind an earlier message of its order key. Looked at again when that one ends. */
    BLOCKED,
    /** Its sender is held. Looked at again when the sender is released. */
    HELD,
    /** Claimed: its owner is sending it until the claim runs out. */
    SENDING,
    /** Delivered, dropped or discarded; kept for a week, so that the same fact is not told again. */
    DONE,
    /** Given up; kept for 90 days, unless an administrator retries or discards it before. */
    DEAD;

    /**
     * The status of a row; empty for one that only a newer version knows, which wrote it before a downgrade or during a rolling upgrade.
     * Such a row is neither sent nor changed, and others do not wait for it.
     */
    static Optional<Status> of(String stored) {
        return Arrays.stream(values()).filter(status -> status.name().equals(stored)).findFirst();
    }

    /** True while it may still be sent, and so goes before later messages of its order key. */
    boolean isPending() {
        return this != DONE && this != DEAD;
    }
}
