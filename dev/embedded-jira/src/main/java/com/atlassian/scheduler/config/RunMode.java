package com.atlassian.scheduler.config;

/** On one node, or on each. */
public enum RunMode {
    RUN_LOCALLY, RUN_ONCE_PER_CLUSTER
}
