package org.intercomjira.notification;

import com.atlassian.beehive.ClusterLockService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.config.JobId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.link.LinkedIssueStore;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.JiraThreadFrame;
import org.intercomjira.platform.LockRelease;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.platform.StartsWithJira;
import org.intercomjira.platform.Trace;
import org.intercomjira.recovery.RecoveryTimes;
import org.intercomjira.recovery.RecoveryWindow;
import org.intercomjira.recovery.RecoveryWindows;
import org.intercomjira.recovery.Silences;
import org.intercomjira.settings.ProjectSettingsService;
import org.intercomjira.settings.SettingsChangeTimes;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Searches windows for lost facts, on one node at a time, page by page over the issues in our own table of links: Jira's index may be
 * late or empty when a node has just started. Between two pages it rests for as long as a page took, so that people do not notice it.
 */
@Component
@Order(200)
class MissedEventSearch implements StartsWithJira {
    static final int PAGE = 200;
    private static final Duration TICK = Duration.ofSeconds(5);
    private static final Duration SWEEP_INTERVAL = Duration.ofMinutes(1);
    private static final Duration MIN_REST = Duration.ofMillis(20);
    private static final Logger LOG = LoggerFactory.getLogger(MissedEventSearch.class);
    private static final String LOCK = "org.intercomjira.recovery.search";
    /** Of version 0.1.0, whose nodes may still run: it compares Jira's history with an outbox whose marks it does not know. */
    private static final JobId OLD_JOB = JobId.of("org.intercomjira.notification.reconciler");

    private final IssueManager issues;
    private final LinkedIssueStore linked;
    private final ConnectionService connections;
    private final ProjectSettingsService settings;
    private final SettingsChangeTimes settingsTimes;
    private final IssueRecovery recovery;
    private final RecoveryWindows windows;
    private final Silences silences;
    private final ClusterLockService locks;
    private final SchedulerService scheduler;
    private final Clock clock;
    private final JiraThreadFrame frame;
    private ScheduledThreadPoolExecutor thread;
    private boolean isPrepared;
    private Instant nextSweep = Instant.EPOCH;

    MissedEventSearch(@ComponentImport IssueManager issues, LinkedIssueStore linked, ConnectionService connections, ProjectSettingsService settings,
                      SettingsChangeTimes settingsTimes, IssueRecovery recovery, RecoveryWindows windows, Silences silences,
                      @ComponentImport ClusterLockService locks, @ComponentImport SchedulerService scheduler, Clock clock, JiraThreadFrame frame) {
        this.issues = issues;
        this.linked = linked;
        this.connections = connections;
        this.settings = settings;
        this.settingsTimes = settingsTimes;
        this.recovery = recovery;
        this.windows = windows;
        this.silences = silences;
        this.locks = locks;
        this.scheduler = scheduler;
        this.clock = clock;
        this.frame = frame;
    }

    @Override
    public void start() {
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "intercom-recovery");
            made.setDaemon(true);
            made.setContextClassLoader(MissedEventSearch.class.getClassLoader());
            return made;
        });
        next(TICK);
    }

    @Override
    public void stop() {
        thread.shutdownNow();
    }

    private void next(Duration delay) {
        try {
            thread.schedule(this::tick, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException stopped) {
            LOG.debug("The search for missed events has stopped");
        }
    }

    private void tick() {
        Instant begin = clock.instant();
        AtomicBoolean isSearching = new AtomicBoolean();
        try {
            frame.around(() -> isSearching.set(searchPage())).run();
        } catch (RuntimeException | Error e) {
            LOG.warn("Missed events could not be looked for; tried again soon", new Trace(e));
        }
        Duration took = Duration.between(begin, clock.instant());
        next(isSearching.get() ? took.compareTo(MIN_REST) > 0 ? took : MIN_REST : TICK);
    }

    /** Before the first page; tried again with the next one until it succeeds. */
    private void prepare() {
        if (!isPrepared) {
            scheduler.unscheduleJob(OLD_JOB);
            connections.all().forEach(connection -> settingsTimes.changedAt(connection.project(), settings.now(connection.project())));
            isPrepared = true;
        }
    }

    /** Searches a page of the window that has been due for longest. False when there was none, or another node is at it. */
    boolean searchPage() {
        prepare();
        Optional<RecoveryWindow> due = windows.due();
        if (due.isEmpty()) {
            sweep();
            return false;
        }
        Lock lock = locks.getLockForName(LOCK);
        if (!lock.tryLock()) {
            return false;
        }
        try {
            return windows.due().map(this::search).orElse(false);
        } finally {
            LockRelease.unlock(lock, LockRelease.OWN_THREAD);
        }
    }

    private void sweep() {
        Instant now = clock.instant();
        if (!now.isBefore(nextSweep)) {
            windows.sweep();
            silences.sweep();
            nextSweep = now.plus(SWEEP_INTERVAL);
        }
    }

    private boolean search(RecoveryWindow window) {
        if (windows.isExpired(window)) {
            LOG.error("Window {} ({}) could not be searched for {}: what was lost in it stays lost", window.id(), window.cause(), RecoveryTimes.WINDOW_EXPIRY);
            windows.end(window);
            return true;
        }
        LinkedIssueStore.Page page = page(window);
        page.issues().forEach(issue -> search(window, issue));
        if (page.more()) {
            windows.searched(window, page.issues().get(page.issues().size() - 1));
        } else {
            windows.end(window);
        }
        return true;
    }

    private LinkedIssueStore.Page page(RecoveryWindow window) {
        return switch (window.scope().kind()) {
            case ALL -> linked.issuesAbove(window.searchedTo(), PAGE);
            case PROJECT -> linked.issuesAbove(new ProjectId(window.scope().id()), window.searchedTo(), PAGE);
            case ISSUE -> new LinkedIssueStore.Page(List.of(new IssueId(window.scope().id())), false);
        };
    }

    /** One issue that cannot be searched holds up no other. */
    private void search(RecoveryWindow window, IssueId id) {
        try {
            Issue issue = issues.getIssueObject(id.value());
            boolean isTouched = issue != null && !issue.getUpdated().toInstant().isBefore(window.from().minus(RecoveryTimes.MAX_CLOCK_DIFFERENCE));
            if (isTouched) {
                recovery.recover(issue, List.of(window));
            }
        } catch (RuntimeException | Error e) {
            LOG.warn("Issue {} could not be searched for missed events and is tried again later", id.value(), new Trace(e));
            windows.searchLater(window, id);
        }
    }
}
