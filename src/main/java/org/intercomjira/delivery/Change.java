package org.intercomjira.delivery;

import java.time.Duration;
import java.time.Instant;

/**
 * What becomes of a stored message after a try.
 *
 * @param nextAt      see {@link OutboxEntity#getNextAt()}
 * @param unknownWait see {@link StoredMessage}
 * @param code        null when nothing went wrong
 * @param reason      null when there is none
 */
record Change(Status status, Instant nextAt, int attempts, Instant firstSentAt, Duration unknownWait, String code, String reason) {
}
