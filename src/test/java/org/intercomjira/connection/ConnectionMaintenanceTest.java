package org.intercomjira.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockStatic;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import java.util.Date;
import org.intercomjira.testing.ManualClock;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.mockito.MockedStatic;

class ConnectionMaintenanceTest {
    private final SchedulerService scheduler = mock(SchedulerService.class);
    private final JobConfig config = mock(JobConfig.class);
    private final ManualClock clock = new ManualClock();
    private final ConnectionProbe probe = mock(ConnectionProbe.class);
    private final GoneProjects goneProjects = mock(GoneProjects.class);
    private final Revocation revocation = mock(Revocation.class);
    private final ConnectionMaintenance maintenance = new ConnectionMaintenance(scheduler, probe, goneProjects, revocation, clock);

    /** The declarations of these two types have no code: Jira's own do what the test checks here. */
    @Test
    void itRunsOnOneNodeOnceAMinute() throws SchedulerServiceException {
        try (MockedStatic<JobConfig> configs = mockStatic(JobConfig.class); MockedStatic<Schedule> schedules = mockStatic(Schedule.class)) {
            Schedule everyMinute = mock(Schedule.class);
            schedules.when(() -> Schedule.forInterval(60_000L, Date.from(clock.instant().plusSeconds(60)))).thenReturn(everyMinute);
            configs.when(() -> JobConfig.forJobRunnerKey(any())).thenReturn(config);
            when(config.withRunMode(RunMode.RUN_ONCE_PER_CLUSTER)).thenReturn(config);
            when(config.withSchedule(everyMinute)).thenReturn(config);
            maintenance.start();
        }
        maintenance.stop();
        InOrder order = inOrder(scheduler);
        order.verify(scheduler).registerJobRunner(any(), eq(maintenance));
        order.verify(scheduler).scheduleJob(any(), eq(config));
        order.verify(scheduler).unregisterJobRunner(any());
    }

    @Test
    void aFailureDoesNotKeepTheRestFromBeingDone() {
        doThrow(new IllegalStateException("no database")).when(probe).probeDue();
        doThrow(new IllegalStateException("no database")).when(goneProjects).look();
        assertThat(maintenance.runJob(mock(JobRunnerRequest.class))).isNotNull();
        verify(goneProjects).look();
        verify(revocation).endOverdueWaits();
    }
}
