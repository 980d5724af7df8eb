package org.intercomjira.recovery;

import java.time.Instant;

/**
 * A time in which changes were silent on purpose.
 *
 * @param userKey  whose changes; null for everybody's
 * @param orderKey the conversation that gets no note; null for all
 */
public record Silence(String userKey, String orderKey, Instant from, Instant to) {
    /** The key of a user who is not logged in: no key of Jira's has this character alone. */
    static final String NOBODY = "?";

    /** Whether a change by this user at this time gives no note to this conversation. */
    public boolean holds(String user, String conversation, Instant at) {
        return !at.isBefore(from.minus(RecoveryTimes.MAX_CLOCK_DIFFERENCE)) && !at.isAfter(to.plus(RecoveryTimes.MAX_CLOCK_DIFFERENCE))
            && (userKey == null || userKey.equals(user == null ? NOBODY : user)) && (orderKey == null || orderKey.equals(conversation));
    }
}
