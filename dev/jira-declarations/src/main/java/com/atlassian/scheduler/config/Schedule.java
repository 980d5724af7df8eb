package com.atlassian.scheduler.config;

import java.util.Date;

/** When a job runs. */
public final class Schedule {
    private Schedule() {
        throw new UnsupportedOperationException("declaration only");
    }

    public static Schedule forInterval(long intervalInMillis, Date firstRunTime) {
        throw new UnsupportedOperationException("declaration only");
    }
}
