package org.intercomjira.delivery;

import java.time.Instant;

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

    /** It is being sent. */
    static Move claim(StoredMessage.Claim claim, Instant runsOut) {
        return new Move(Status.SENDING, runsOut, claim);
    }
}
