package com.atlassian.scheduler;

/** How a run ended. */
public final class JobRunnerResponse {
    private JobRunnerResponse() {
    }

    public static JobRunnerResponse success() {
        return new JobRunnerResponse();
    }
}
