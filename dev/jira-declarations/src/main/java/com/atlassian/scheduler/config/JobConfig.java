package com.atlassian.scheduler.config;

/** When and where a job runs. */
public final class JobConfig {
    private JobConfig() {
        throw new UnsupportedOperationException("declaration only");
    }

    public static JobConfig forJobRunnerKey(JobRunnerKey key) {
        throw new UnsupportedOperationException("declaration only");
    }

    public JobConfig withSchedule(Schedule schedule) {
        throw new UnsupportedOperationException("declaration only");
    }

    public JobConfig withRunMode(RunMode mode) {
        throw new UnsupportedOperationException("declaration only");
    }
}
