package org.intercomjira.delivery;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Ends the messages of another Jira that were copied along with its database. */
@Component
public class CopiedMessages {
    private static final int BATCH = 200;

    private final OutboxStore store;
    private final Clock clock;

    CopiedMessages(OutboxStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Discards all that is still to be sent. Only while the outbox is held. The number of messages. */
    public int discardPending() {
        Instant sweepAt = clock.instant().plus(OutcomeRules.KEPT);
        int discarded = 0;
        for (String lane : store.lanes()) {
            for (Status status : Status.values()) {
                discarded += status.isPending() ? discard(lane, status, sweepAt) : 0;
            }
        }
        return discarded;
    }

    private int discard(String lane, Status status, Instant sweepAt) {
        int discarded = 0;
        int read;
        do {
            read = store.inTurn(lane, turn -> turn.discard(status, sweepAt, BATCH));
            discarded += read;
        } while (read == BATCH);
        return discarded;
    }
}
