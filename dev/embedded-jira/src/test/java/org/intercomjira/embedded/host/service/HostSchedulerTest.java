package org.intercomjira.embedded.host.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.intercomjira.embedded.jira.JiraDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Jobs on one node and on two that share a database. */
class HostSchedulerTest {
    private static final JobRunnerKey RUNNER = JobRunnerKey.of("runner");
    private static final JobId JOB = JobId.of("job");
    private static final long HOUR = 3_600_000;
    private final JiraDatabase database = TestDatabase.open();
    private final HostScheduler scheduler = new HostScheduler(new ClusterRuns(database));

    @AfterEach
    void close() {
        scheduler.close();
        database.close();
    }

    private static JobConfig config(RunMode mode, long interval) {
        return JobConfig.forJobRunnerKey(RUNNER).withSchedule(Schedule.forInterval(interval, null)).withRunMode(mode);
    }

    private static JobRunner counting(CountDownLatch latch) {
        return request -> {
            latch.countDown();
            return JobRunnerResponse.success();
        };
    }

    @Test
    void aLocalJobRunsAgainAndAgain() throws Exception {
        CountDownLatch runs = new CountDownLatch(3);
        scheduler.registerJobRunner(RUNNER, counting(runs));
        scheduler.scheduleJob(JOB, config(RunMode.RUN_LOCALLY, 1));
        assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aJobThatFailsRunsAgain() throws Exception {
        CountDownLatch runs = new CountDownLatch(2);
        scheduler.registerJobRunner(RUNNER, request -> {
            runs.countDown();
            throw new IllegalStateException("expected");
        });
        scheduler.scheduleJob(JOB, config(RunMode.RUN_LOCALLY, 1));
        assertThat(runs.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aClusteredRunIsClaimedByOneNode() {
        ClusterRuns first = new ClusterRuns(database);
        ClusterRuns second = new ClusterRuns(database);
        assertThat(first.claim("job", HOUR)).isTrue();
        assertThat(second.claim("job", HOUR)).isFalse();
        assertThat(second.claim("other", HOUR)).isTrue();
    }

    @Test
    void aJobNeedsASchedule() {
        assertThatThrownBy(() -> scheduler.scheduleJob(JOB, JobConfig.forJobRunnerKey(RUNNER))).hasMessageContaining("no schedule");
    }
}
