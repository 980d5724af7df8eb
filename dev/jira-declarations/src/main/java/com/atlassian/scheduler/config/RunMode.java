package com.atlassian.scheduler.config;

/** Which nodes run a job. */
public enum RunMode {
    RUN_LOCALLY, RUN_ONCE_PER_CLUSTER
}
