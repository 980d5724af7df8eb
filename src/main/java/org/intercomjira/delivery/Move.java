package org.intercomjira.delivery;

import java.time.Instant;
import java.util.Optional;

/**
 * Where a message goes on its way through the outbox, before and between tries.
 *
 * @param nextAt when there is something to do with it, see {@link OutboxEntity#getNextAt()}
 * @param claim  who sends it; null for what waits
 */
record Move(Status status, Instant nextAt, StoredMessage.Claim claim) {
    /** It waits, for its time or for something else. */
    static Move park(Status status, Instant lookAgain) {
        return new Move(status, lookAgain, null);
    }

    /** It is the first of its order key. If it was blocked, it waits from its first time on: what waited longest goes first. */
    static Optional<Move> free(StoredMessage head) {
        return head.status() == Status.BLOCKED ? Optional.of(park(Status.WAITING, head.createdAt())) : Optional.empty();
    }

    /** It is being sent. */
    static Move claim(StoredMessage.Claim claim, Instant runsOut) {
        return new Move(Status.SENDING, runsOut, claim);
    }
}
