package org.intercomjira.delivery;

import java.time.Instant;

/**
 * What becomes of a stored message after a try.
 *
 * @param nextAt see {@link OutboxEntity#getNextAt()}
 * @param code   null when nothing went wrong
 * @param reason null when there is none
 */
record Change(Status status, Instant nextAt, int attempts, Instant firstSentAt, Instant failingSince, String code, String reason) {
}
