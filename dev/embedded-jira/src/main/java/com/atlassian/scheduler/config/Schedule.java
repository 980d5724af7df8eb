package com.atlassian.scheduler.config;

import java.util.Date;

/** When a job runs: at an interval. */
public final class Schedule {
    private final long intervalInMillis;
    private final Date firstRunTime;

    private Schedule(long intervalInMillis, Date firstRunTime) {
        this.intervalInMillis = intervalInMillis;
        this.firstRunTime = firstRunTime;
    }

    /** @param firstRunTime null for at once */
    public static Schedule forInterval(long intervalInMillis, Date firstRunTime) {
        return new Schedule(intervalInMillis, firstRunTime);
    }

    /** For the embedded Jira. */
    public long intervalMillis() {
        return intervalInMillis;
    }

    /** For the embedded Jira: epoch milliseconds. */
    public long firstRunMillis() {
        return firstRunTime == null ? System.currentTimeMillis() : firstRunTime.getTime();
    }
}
