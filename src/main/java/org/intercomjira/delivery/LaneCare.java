package org.intercomjira.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Looks after what waits in a lane for something else than its time: held senders and the claims of nodes that died. Works under the
 * lane's lock.
 *
 * <p>Who held a sender and who releases it may be two nodes, so the senders that are held are asked about again all the time: that
 * costs no query.
 */
final class LaneCare {
    static final Duration REVIEW_EVERY = Duration.ofSeconds(10);
    private static final Duration SENDERS_EVERY = Duration.ofMinutes(1);

    private final String lane;
    private final Parked parked;
    private final OutboxStore store;
    private final Senders senders;
    private final Clock clock;
    private final Watch watch = new Watch();
    private final Set<String> held = new HashSet<>();
    private final Set<String> released = ConcurrentHashMap.newKeySet();
    private Instant reviewAt = Instant.EPOCH;
    private Instant sendersAt = Instant.EPOCH;

    LaneCare(String lane, Parked parked, OutboxStore store, Senders senders, Clock clock) {
        this.lane = lane;
        this.parked = parked;
        this.store = store;
        this.senders = senders;
        this.clock = clock;
    }

    /** The sender's held messages may go. On any thread; done with the next {@link #work}. */
    void release(String sender) {
        released.add(sender);
    }

    /** This sender's messages are held from now on. */
    void held(String sender) {
        held.add(sender);
    }

    /**
     * Does what is to be done now.
     *
     * @param ownIds what this node is sending just now
     * @return false when it must be called again within {@link #REVIEW_EVERY}
     */
    boolean work(Set<Long> ownIds) {
        Instant now = clock.instant();
        if (!now.isBefore(sendersAt)) {
            held.addAll(store.heldSenders(lane));
            sendersAt = now.plus(SENDERS_EVERY);
        }
        release();
        if (!now.isBefore(reviewAt)) {
            parked.review(lane, ownIds, watch);
            reviewAt = now.plus(REVIEW_EVERY);
        }
        return watch.isIdle();
    }

    private void release() {
        held.stream().filter(sender -> !senders.isHeld(sender)).forEach(released::add);
        for (String sender : List.copyOf(released)) {
            released.remove(sender);
            parked.release(lane, sender);
            held.remove(sender);
        }
    }
}
