package org.intercomjira.delivery;

import java.time.Instant;

/**
 * A message that was given up.
 *
 * @param code     why, as a code that is the same for all messages that died of the same reason
 * @param reason   why, in words for the administrator; null when nothing is known beyond the code
 * @param attempts how often it was tried
 */
public record DeadLetter(long id, Message message, String code, String reason, int attempts, Instant createdAt, Instant diedAt) {
}
