package com.atlassian.scheduler.config;

/** Which runner runs a job, when, and on how many nodes. */
public final class JobConfig {
    private final JobRunnerKey runner;
    private final Schedule schedule;
    private final RunMode mode;

    private JobConfig(JobRunnerKey runner, Schedule schedule, RunMode mode) {
        this.runner = runner;
        this.schedule = schedule;
        this.mode = mode;
    }

    public static JobConfig forJobRunnerKey(JobRunnerKey key) {
        return new JobConfig(key, null, RunMode.RUN_ONCE_PER_CLUSTER);
    }

    public JobConfig withSchedule(Schedule schedule) {
        return new JobConfig(runner, schedule, mode);
    }

    public JobConfig withRunMode(RunMode mode) {
        return new JobConfig(runner, schedule, mode);
    }

    public JobRunnerKey getJobRunnerKey() {
        return runner;
    }

    public Schedule getSchedule() {
        return schedule;
    }

    public RunMode getRunMode() {
        return mode;
    }
}
