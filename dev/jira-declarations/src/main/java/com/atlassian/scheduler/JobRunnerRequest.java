package com.atlassian.scheduler;

/** One run of a job. */
public interface JobRunnerRequest {
}
