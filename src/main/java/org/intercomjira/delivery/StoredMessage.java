package org.intercomjira.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * A row of the outbox as it was read.
 *
 * @param attempts    failed tries
 * @param claim       null unless it is being sent
 * @param firstSentAt when the first try began that may have reached the other side, or null
 * @param unknownWait how long it has waited after unknown outcomes, or null when it has not, see {@link OutcomeRules}
 */
record StoredMessage(long id, Message message, Status status, int attempts, Instant createdAt, Claim claim, Instant firstSentAt,
                     Duration unknownWait) {
    /** Who is sending it, and since when: together they name one try. */
    record Claim(String owner, Instant at) {
    }

    /** A try under the claim that stands. */
    Attempt attempt() {
        Instant beginBefore = claim == null ? Instant.MAX : claim.at().plus(LeaseTimes.LATEST_START);
        return new Attempt(id, message, attempts, createdAt, firstSentAt != null, beginBefore);
    }

    StoredMessage claimed(Claim by) {
        return new StoredMessage(id, message, Status.SENDING, attempts, createdAt, by, firstSentAt, unknownWait);
    }
}
