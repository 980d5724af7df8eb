package org.intercomjira.delivery;

import java.time.Instant;

/**
 * How deliveries stand.
 *
 * @param waiting       enqueued and not yet delivered, dead or dropped
 * @param oldestWaiting when the oldest of them was enqueued; null when none waits
 * @param delivered24h  delivered in the last 24 hours
 * @param failed        dead letters
 */
public record DeliveryCounts(int waiting, Instant oldestWaiting, int delivered24h, int failed) {
}
