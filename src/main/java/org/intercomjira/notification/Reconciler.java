package org.intercomjira.notification;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.query.Query;
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
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.platform.StartsWithJira;
import org.intercomjira.platform.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Once a minute, on one node of the cluster: looks at the issues that were changed since the watermark for what is missing in the outbox. */
@Component
@Order(200)
class Reconciler implements StartsWithJira, JobRunner {
    static final Duration EVERY = Duration.ofMinutes(1);
    /** What is younger is left to the listener. */
    static final Duration SETTLED = Duration.ofSeconds(20);
    /** The watermark stays so far behind: clocks of nodes differ, and the search index of a node may be late. */
    static final Duration OVERLAP = Duration.ofMinutes(3);
    static final int PAGE = 200;
    /** A bound for one run. What is left is found by the next, because the watermark stays where it is. */
    static final int MOST_PAGES = 50;
    private static final Logger LOG = LoggerFactory.getLogger(Reconciler.class);
    private static final JobRunnerKey RUNNER = JobRunnerKey.of("org.intercomjira.notification.reconciler");
    private static final JobId JOB = JobId.of("org.intercomjira.notification.reconciler");

    private final SchedulerService scheduler;
    private final SearchService search;
    private final ConnectionService connections;
    private final MissedFacts missed;
    private final Watermark watermark;
    private final Clock clock;

    Reconciler(@ComponentImport SchedulerService scheduler, @ComponentImport SearchService search, ConnectionService connections,
               MissedFacts missed, Watermark watermark, Clock clock) {
        this.scheduler = scheduler;
        this.search = search;
        this.connections = connections;
        this.missed = missed;
        this.watermark = watermark;
        this.clock = clock;
    }

    @Override
    public void start() {
        watermark.get();
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
        try {
            int found = reconcile();
            if (found > 0) {
                LOG.warn("{} messages to Intercom had been missed and are delivered now", found);
            }
        } catch (RuntimeException e) {
            LOG.warn("Missed messages could not be looked for; tried again in a minute", new Trace(e));
        }
        return JobRunnerResponse.success();
    }

    /** The number of messages that were missing. */
    int reconcile() {
        Instant now = clock.instant();
        Instant since = watermark.get();
        String projects = connections.all().stream().map(connection -> String.valueOf(connection.project().value())).collect(Collectors.joining(", "));
        int found = 0;
        boolean complete = projects.isEmpty();
        if (!complete) {
            Query query = query(projects, Duration.between(since, now));
            List<Issue> page = List.of();
            for (int number = 0; number < MOST_PAGES && (number == 0 || page.size() == PAGE); number++) {
                page = page(query, number);
                found += page.stream().mapToInt(issue -> missed.recover(issue, since, now.minus(SETTLED))).sum();
            }
            complete = page.size() < PAGE;
        }
        if (complete) {
            watermark.advance(now.minus(OVERLAP));
        }
        return found;
    }

    /** Relative to now, because absolute times in JQL are in somebody's time zone. A minute more, because JQL knows no seconds. */
    private Query query(String projects, Duration window) {
        return search.parseQuery(null, "project in (" + projects + ") AND updated >= -" + (window.toMinutes() + 2) + "m ORDER BY id ASC").getQuery();
    }

    @SuppressWarnings("rawtypes")
    private List<Issue> page(Query query, int number) {
        PagerFilter pager = PagerFilter.newPageAlignedFilter(number * PAGE, PAGE);
        try {
            return search.searchOverrideSecurity(null, query, pager).getResults();
        } catch (SearchException e) {
            throw new IllegalStateException(e);
        }
    }
}
