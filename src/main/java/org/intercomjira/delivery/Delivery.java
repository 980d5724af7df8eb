package org.intercomjira.delivery;

import java.time.Instant;

/**
 * A message as an administrator sees it: ids, codes and times, no text.
 *
 * @param state     waiting, blocked (behind another of its order key), held (its sender has no authorisation), sending or failed; or the name of a status that only a
 *                  newer version knows
 * @param reason    code of what went wrong last; null when nothing did
 * @param attempts  failed tries
 * @param nextAt    when something happens next; of the failed, when it failed
 */
public record Delivery(long id, String lane, String sender, String orderKey, String type, String state, String reason, int attempts,
                       Instant createdAt, Instant nextAt) {
}
