package org.intercomjira.delivery;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.scheduler.JobRunner;
import com.atlassian.scheduler.JobRunnerRequest;
import com.atlassian.scheduler.JobRunnerResponse;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.SchedulerServiceException;
import com.atlassian.scheduler.config.JobConfig;
import com.atlassian.scheduler.config.JobId;
import com.atlassian.scheduler.config.JobRunnerKey;
import com.atlassian.scheduler.config.RunMode;
import com.atlassian.scheduler.config.Schedule;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import org.intercomjira.platform.StartsWithJira;
import org.intercomjira.platform.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Starts the engine with Jira, and looks once a minute on every node for what nobody woke it for: messages of a node that died,
 * and inserts whose transaction took long.
 */
@Component
@Order(100)
class DeliveryPoll implements StartsWithJira, JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(DeliveryPoll.class);
    private static final JobRunnerKey RUNNER = JobRunnerKey.of("org.intercomjira.delivery.poll");
    private static final JobId JOB = JobId.of("org.intercomjira.delivery.poll");
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final SchedulerService scheduler;
    private final Lanes lanes;
    private final Retention retention;
    private final OutboxCounts counts;
    private final CopyGuard copyGuard;
    private final Clock clock;

    DeliveryPoll(@ComponentImport SchedulerService scheduler, Lanes lanes, Retention retention, OutboxCounts counts, CopyGuard copyGuard,
            Clock clock) {
        this.scheduler = scheduler;
        this.lanes = lanes;
        this.retention = retention;
        this.counts = counts;
        this.copyGuard = copyGuard;
        this.clock = clock;
    }

    @Override
    public void start() {
        lookForACopy();
        lanes.start();
        scheduler.registerJobRunner(RUNNER, this);
        try {
            scheduler.scheduleJob(JOB, JobConfig.forJobRunnerKey(RUNNER).withRunMode(RunMode.RUN_LOCALLY)
                .withSchedule(Schedule.forInterval(EVERY.toMillis(), Date.from(clock.instant().plus(EVERY)))));
        } catch (SchedulerServiceException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Each drainer asks again before it sends, so what fails here is not missed. */
    private void lookForACopy() {
        try {
            copyGuard.warnWhileHeld();
        } catch (RuntimeException e) {
            LOG.warn("Whether this Jira is a copy could not be seen; looked at again before anything is sent", new Trace(e));
        }
    }

    @Override
    public void stop() {
        scheduler.unscheduleJob(JOB);
        scheduler.unregisterJobRunner(RUNNER);
        lanes.stop();
    }

    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        try {
            copyGuard.warnWhileHeld();
            lanes.wakeAll();
            retention.sweep();
            int pending = counts.pending();
            if (pending > 0) {
                LOG.info("{} messages to Intercom wait", pending);
            }
        } catch (RuntimeException e) {
            LOG.warn("The deliveries could not be looked after; tried again in a minute", new Trace(e));
        }
        return JobRunnerResponse.success();
    }
}
