package com.atlassian.scheduler;

/** What a scheduled job does. */
public interface JobRunner {
    JobRunnerResponse runJob(JobRunnerRequest request);
}
