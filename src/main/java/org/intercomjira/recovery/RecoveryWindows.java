package org.intercomjira.recovery;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.springframework.stereotype.Component;

/**
 * The windows in which facts can have been lost. A window reaches back at most {@link RecoveryTimes#MAX_WINDOW}, and never to before this
 * app first ran in a version that leaves a mark for each fact it judges.
 */
@Component
public class RecoveryWindows {
    private static final String SINCE_KEY = "org.intercomjira.recovery.since";
    /** Where version 0.1.0 kept how far it had compared history and outbox. */
    private static final String KEY_OF_0_1_0 = "org.intercomjira.notification.reconciled";
    /** No cluster is upgraded for longer. */
    private static final Duration RELEASED_VERSION_RUNS = Duration.ofDays(7);
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final int MAX_DOUBLINGS = 6;

    private final RecoveryStore store;
    private final PluginSettingsFactory settings;
    private final Clock clock;
    private volatile Instant since;
    private volatile Instant watchingSince;

    public RecoveryWindows(RecoveryStore store, @ComponentImport PluginSettingsFactory settings, Clock clock) {
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    /** Facts that are older were judged by a version that left no marks, or by nobody. */
    public Instant since() {
        if (since == null) {
            since = read();
        }
        return since;
    }

    private Instant read() {
        PluginSettings stored = settings.createGlobalSettings();
        Object known = stored.get(SINCE_KEY);
        if (known != null) {
            return Instant.ofEpochMilli(Long.parseLong(known.toString()));
        }
        boolean isUpgrade = stored.get(KEY_OF_0_1_0) != null;
        Instant first = clock.instant().plus(isUpgrade ? RecoveryTimes.UPGRADE_TIME : Duration.ZERO);
        try {
            stored.put(SINCE_KEY, String.valueOf(first.toEpochMilli()));
        } catch (RuntimeException e) {
            // Another node starts for the first time, too.
            if (settings.createGlobalSettings().get(SINCE_KEY) == null) {
                throw e;
            }
        }
        return first;
    }

    /** This run looks at the heartbeats of others from now on. */
    void watching() {
        if (watchingSince == null) {
            watchingSince = clock.instant();
        }
    }

    /** Whether this run has watched for long enough that the window of any death before it would be open by now. */
    public boolean wouldBeOpen() {
        return watchingSince != null && !clock.instant().isBefore(watchingSince.plus(RecoveryTimes.NOTICE_TIME));
    }

    /** Something about this issue was not judged just now, or by a cache that may have been stale. */
    public void open(IssueId issue, String cause) {
        open(Scope.of(issue), cause);
    }

    /** The same about all issues of a project. */
    public void open(ProjectId project, String cause) {
        open(Scope.of(project), cause);
    }

    void openForAll(String cause) {
        open(Scope.all(), cause);
    }

    private void open(Scope scope, String cause) {
        Instant now = clock.instant();
        store.open(window(scope, cause, now.minus(RecoveryTimes.MAX_CLOCK_DIFFERENCE), now.plus(RecoveryTimes.STALE_CACHE_TIME).plus(RecoveryTimes.MAX_CLOCK_DIFFERENCE),
            now.plus(RecoveryTimes.STALE_CACHE_TIME)));
    }

    /**
     * The app starts on this node: what the node let happen before nobody has judged.
     *
     * @param nodeStart when the node's JVM was started
     */
    void openForStart(Instant nodeStart) {
        store.open(overAll("app_started", latest(nodeStart, clock.instant().minus(RecoveryTimes.START_TIME))));
        PluginSettings stored = settings.createGlobalSettings();
        if (stored.get(KEY_OF_0_1_0) != null) {
            // A node of that version takes every fact without a message for lost and would say what this version has covered.
            stored.put(KEY_OF_0_1_0, String.valueOf(clock.instant().plus(RELEASED_VERSION_RUNS).toEpochMilli()));
        }
    }

    /** A window over everything, to be searched as soon as what is under way has settled. */
    RecoveryWindow overAll(String cause, Instant from) {
        Instant now = clock.instant();
        return window(Scope.all(), cause, from, now.plus(RecoveryTimes.MAX_CLOCK_DIFFERENCE), now);
    }

    /** @param until when facts can last have been lost, by our own clock */
    private RecoveryWindow window(Scope scope, String cause, Instant from, Instant to, Instant until) {
        Instant now = clock.instant();
        Instant earliest = latest(since(), now.minus(RecoveryTimes.MAX_WINDOW));
        return new RecoveryWindow(0, scope, cause, latest(from, earliest), to, now, until.plus(RecoveryTimes.SETTLE_TIME), 0, 0, false);
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** What has to be searched now. */
    public Optional<RecoveryWindow> due() {
        return store.due(clock.instant());
    }

    /** The windows that hold this time and this issue, whether they are searched already or not. */
    public List<RecoveryWindow> around(IssueId issue, ProjectId project, Instant at) {
        return Stream.of(Scope.all(), Scope.of(project), Scope.of(issue)).flatMap(scope -> store.reaching(scope, at).stream())
            .filter(window -> window.holds(at)).toList();
    }

    /** All issues of the window up to this one were searched. */
    public void searched(RecoveryWindow window, IssueId issue) {
        store.searched(window, issue.value());
    }

    public void end(RecoveryWindow window) {
        store.end(window);
    }

    /** An issue of the window could not be searched: it gets a window of its own, searched later, so that it holds up no other. */
    public void searchLater(RecoveryWindow window, IssueId issue) {
        int failures = window.failures() + 1;
        Instant due = clock.instant().plus(FIRST_RETRY.multipliedBy(1L << Math.min(failures - 1, MAX_DOUBLINGS)));
        store.open(new RecoveryWindow(0, Scope.of(issue), window.cause(), window.from(), window.to(), window.openedAt(), due, 0, failures, false));
    }

    /** Whether a window is too old to be searched: what was covered in it may be forgotten by now. */
    public boolean isExpired(RecoveryWindow window) {
        return window.openedAt().plus(RecoveryTimes.WINDOW_EXPIRY).isBefore(clock.instant());
    }

    /** Forgets what no decision needs any more. */
    public void sweep() {
        store.sweep(clock.instant().minus(RecoveryTimes.MAX_WINDOW.multipliedBy(2)));
    }
}
