package org.intercomjira.notification;

import java.time.Instant;
import org.intercomjira.connection.Connection;
import org.intercomjira.link.Link;
import org.intercomjira.recovery.RecoveryTimes;

/** From when on a conversation gets notes about an issue: since both were linked and their project was connected. */
record Owed(Link link, Connection connection) {
    /**
     * @param at      when it happened
     * @param hadNote the conversation has a note about something earlier, so it was linked by then, whatever the clock of the node said on
     *                which it was linked
     */
    boolean is(Instant at, boolean hadNote) {
        Instant since = link.linkedAt().isAfter(connection.connectedSince()) ? link.linkedAt() : connection.connectedSince();
        return at.isAfter(hadNote ? since.minus(RecoveryTimes.MAX_CLOCK_DIFFERENCE) : since);
    }
}
