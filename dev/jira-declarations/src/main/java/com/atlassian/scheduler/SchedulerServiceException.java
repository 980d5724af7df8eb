package com.atlassian.scheduler;

/** The scheduler refused. */
public class SchedulerServiceException extends Exception {
    public SchedulerServiceException(String message) {
        super(message);
    }
}
