package org.intercomjira.connection;

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

/** Looks after the connections of all projects, once a minute on one node of the cluster. */
@Component
@Order(150)
class ConnectionMaintenance implements StartsWithJira, JobRunner {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionMaintenance.class);
    private static final JobRunnerKey RUNNER = JobRunnerKey.of("org.intercomjira.connection.maintenance");
    private static final JobId JOB = JobId.of("org.intercomjira.connection.maintenance");
    private static final Duration EVERY = Duration.ofMinutes(1);

    private final SchedulerService scheduler;
    private final ConnectionProbe probe;
    private final GoneProjects goneProjects;
    private final Revocation revocation;
    private final Clock clock;

    ConnectionMaintenance(@ComponentImport SchedulerService scheduler, ConnectionProbe probe, GoneProjects goneProjects, Revocation revocation, Clock clock) {
        this.scheduler = scheduler;
        this.probe = probe;
        this.goneProjects = goneProjects;
        this.revocation = revocation;
        this.clock = clock;
    }

    @Override
    public void start() {
        scheduler.registerJobRunner(RUNNER, this);
        try {
            scheduler.scheduleJob(JOB, JobConfig.forJobRunnerKey(RUNNER).withRunMode(RunMode.RUN_ONCE_PER_CLUSTER)
                    .withSchedule(Schedule.forInterval(EVERY.toMillis(), Date.from(clock.instant().plus(EVERY)))));
        } catch (SchedulerServiceException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The job itself stays with the cluster: another node may go on with it. */
    @Override
    public void stop() {
        scheduler.unregisterJobRunner(RUNNER);
    }

    @Override
    public JobRunnerResponse runJob(JobRunnerRequest request) {
        attempt("Broken connections could not be probed", probe::probeDue);
        attempt("Projects that are gone could not be looked for", goneProjects::look);
        attempt("Messages of revoked connections could not be ended", revocation::endOverdueWaits);
        return JobRunnerResponse.success();
    }

    private static void attempt(String failure, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warn("{}; tried again in a minute", failure, new Trace(e));
        }
    }
}
