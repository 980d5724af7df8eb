package org.intercomjira.intercom;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Lets calls through while the window has room for them, so that Intercom has no reason to answer 429. What the last answer said is
 * old news: the calls that are under way since then are counted as used.
 */
final class RateGate {
    /** Every fiftieth call of the limit is left for calls that this node does not know of: other nodes, other projects. */
    private static final int RESERVED_PART = 50;
    /** Windows are ten seconds long and their ends are told in whole seconds: ends closer than this belong to the same window. */
    private static final Duration SAME_WINDOW = Duration.ofSeconds(3);
    private static final Duration SHORTEST_WAIT = Duration.ofMillis(100);
    /** A call is prepared within 20 seconds and answered within 30. What has not ended by then will not: its thread is stuck or gone. */
    static final Duration LONGEST_CALL = Duration.ofSeconds(60);

    private int limit = Integer.MAX_VALUE;
    private int remaining = Integer.MAX_VALUE;
    private Instant resetsAt = Instant.EPOCH;
    private final Map<Object, Instant> underWay = new HashMap<>();

    /**
     * Zero when the call may go now, and then it counts as under way; otherwise how long to wait before asking again.
     *
     * @param call names this call until it leaves
     */
    synchronized Duration enter(Object call, Instant now) {
        boolean newWindow = !now.isBefore(resetsAt);
        int reserved = limit / RESERVED_PART;
        // Nobody has told us of a new window yet, and our clock may be early: a few calls find out, the others wait for their answer.
        int room = newWindow ? Math.max(1, reserved) - underWay(now) : remaining - underWay(now) - reserved;
        if (room > 0) {
            underWay.put(call, now);
            return Duration.ZERO;
        }
        return newWindow ? SHORTEST_WAIT : longer(Duration.between(now, resetsAt), SHORTEST_WAIT);
    }

    /** How many calls count as used beside those that Intercom's last answer knows of. */
    synchronized int underWay(Instant now) {
        underWay.values().removeIf(since -> !now.isBefore(since.plus(LONGEST_CALL)));
        return underWay.size();
    }

    /** The call has ended without a word about the limit. */
    synchronized void leave(Object call) {
        underWay.remove(call);
    }

    /** The call has ended, and its answer says this about the limit. Answers may overtake each other. */
    synchronized void leave(Object call, RateLimit said, Instant now) {
        underWay.remove(call);
        Instant end = now.plus(said.resetsIn());
        if (Duration.between(resetsAt, end).abs().compareTo(SAME_WINDOW) < 0) {
            remaining = Math.min(remaining, said.remaining());
        } else if (end.isAfter(resetsAt)) {
            remaining = said.remaining();
            resetsAt = end;
        }
        limit = Math.max(1, said.limit());
    }

    /** Intercom has answered 429: nobody enters before this time. */
    synchronized void closeUntil(Instant time) {
        remaining = 0;
        resetsAt = time;
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
