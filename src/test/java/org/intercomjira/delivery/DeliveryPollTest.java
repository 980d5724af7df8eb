package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;

import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Date;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.mockito.MockedStatic;

class DeliveryPollTest {
    private static final JobId JOB = JobId.of("org.intercomjira.delivery.poll");
    private final TestDatabase database = TestDatabase.h2(OutboxEntity.class, LaneEntity.class);
    private final ManualClock clock = new ManualClock();
    private final ScriptedCourier courier = new ScriptedCourier();
    private final TestNode node = new TestNode(database.activeObjects(), clock, new TestNode.Cluster(), courier);
    private final SchedulerService scheduler = mock(SchedulerService.class);
    private final JobConfig config = mock(JobConfig.class);
    private final DeliveryPoll poll = new DeliveryPoll(scheduler, node.lanes, node.retention, node.counts, node.copyGuard, clock);

    @AfterEach
    void close() throws SQLException {
        node.close();
        database.close();
    }

    @Test
    void itRunsEveryMinuteOnEveryNodeFromStartToStop() throws SchedulerServiceException {
        start();
        poll.stop();

        InOrder order = inOrder(scheduler, config);
        order.verify(scheduler).registerJobRunner(any(), eq(poll));
        order.verify(config).withRunMode(RunMode.RUN_LOCALLY);
        order.verify(scheduler).scheduleJob(JOB, config);
        order.verify(scheduler).unscheduleJob(JOB);
        order.verify(scheduler).unregisterJobRunner(any());
    }

    @Test
    void betweenStartAndStopMessagesAreDelivered() {
        node.enqueue("1", "a");
        assertThat(courier.attempts()).isEmpty();

        start();
        await().atMost(TestNode.PATIENCE).until(() -> courier.delivered().contains("a"));

        poll.stop();
        node.enqueue("1", "b");
        poll.runJob(null);
        await().during(Duration.ofMillis(200)).atMost(TestNode.PATIENCE).until(() -> courier.attempts().size() == 1);
    }

    @Test
    void aRunFindsWhatNobodyWokeItFor() {
        start();
        node.store.insert(TestNode.message("1", "a"), clock.instant(), null);

        poll.runJob(null);

        await().atMost(TestNode.PATIENCE).until(() -> courier.delivered().contains("a"));
    }

    @Test
    void aRunSweepsWhatIsDone() {
        start();
        node.enqueue("1", "a");
        await().atMost(TestNode.PATIENCE).until(() -> node.outbox.countsOf("10000").delivered24h() == 1);
        clock.advance(OutcomeRules.KEPT);

        poll.runJob(null);

        assertThat(node.outbox.enqueue(TestNode.message("1", "a"))).isTrue();
    }

    @Test
    void aRunWithoutADatabaseEndsInPeace() {
        start();
        database.goAway();

        assertThat(poll.runJob(null)).isNotNull();
    }

    @Test
    void aSchedulerThatRefusesIsSaid() throws SchedulerServiceException {
        doThrow(new SchedulerServiceException("full")).when(scheduler).scheduleJob(any(), any());

        org.assertj.core.api.Assertions.assertThatIllegalStateException().isThrownBy(this::start);
        poll.stop();
    }

    /** The declarations of these two types have no code: Jira's own do what the test checks here. */
    private void start() {
        try (MockedStatic<JobConfig> configs = mockStatic(JobConfig.class); MockedStatic<Schedule> schedules = mockStatic(Schedule.class)) {
            Schedule everyMinute = mock(Schedule.class);
            schedules.when(() -> Schedule.forInterval(60_000L, Date.from(clock.instant().plusSeconds(60)))).thenReturn(everyMinute);
            configs.when(() -> JobConfig.forJobRunnerKey(any())).thenReturn(config);
            org.mockito.Mockito.when(config.withRunMode(RunMode.RUN_LOCALLY)).thenReturn(config);
            org.mockito.Mockito.when(config.withSchedule(everyMinute)).thenReturn(config);
            poll.start();
        }
    }
}
