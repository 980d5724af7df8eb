package org.intercomjira.recovery;

import java.time.Duration;
import org.intercomjira.delivery.LeaseTimes;

/** The times of heartbeats, windows and recovery, and how they depend on each other. */
public final class RecoveryTimes {
    /** Clocks of nodes differ by no more; Jira's health check asks for 5 seconds. */
    public static final Duration MAX_CLOCK_DIFFERENCE = LeaseTimes.MAX_CLOCK_DIFFERENCE;
    /** How often a node writes its heartbeat and looks at those of others. */
    public static final Duration BEAT_INTERVAL = Duration.ofSeconds(5);
    /** A heartbeat that has not changed for so long, by the clock of the node that watches it, is that of a dead node. */
    public static final Duration DEAD_AFTER = Duration.ofSeconds(20);
    /** How long after Jira's commit the listener of a healthy node may still be about to store what it judged. */
    public static final Duration SETTLE_TIME = Duration.ofSeconds(10);
    /** By then a death is noticed and its window is open: what is missing after that, outside every window, was silent on purpose. */
    public static final Duration NOTICE_TIME = DEAD_AFTER.plus(BEAT_INTERVAL.multipliedBy(2)).plus(SETTLE_TIME);
    /** For so long after a change another node may answer from a stale cache. */
    public static final Duration STALE_CACHE_TIME = Duration.ofSeconds(30);
    /** For so long before the app starts its node may already have let people in. */
    static final Duration START_TIME = Duration.ofMinutes(10);
    /** What is older is not caught up on: people who switch the app off for a day do not want yesterday's notes. */
    public static final Duration MAX_WINDOW = Duration.ofHours(1);
    /** A window that could not be searched for so long is given up. Well below the time for which the outbox remembers facts. */
    public static final Duration WINDOW_EXPIRY = Duration.ofDays(1);
    /** Version 0.1.0 leaves no marks, and its nodes may run beside this one while a cluster is upgraded. */
    static final Duration UPGRADE_TIME = MAX_WINDOW;

    private RecoveryTimes() {
    }
}
