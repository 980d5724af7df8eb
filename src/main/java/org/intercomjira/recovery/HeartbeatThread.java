package org.intercomjira.recovery;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.intercomjira.platform.JiraThreadFrame;
import org.intercomjira.platform.StartsWithJira;
import org.intercomjira.platform.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets this node's heart beat while the app runs. Started before the listener of events: what comes first is watched first. */
@Component
@Order(120)
class HeartbeatThread implements StartsWithJira {
    private static final Logger LOG = LoggerFactory.getLogger(HeartbeatThread.class);

    private final RecoveryStore store;
    private final RecoveryWindows windows;
    private final FailedJudgements failures;
    private final Silences silences;
    private final WorkingInstallations installations;
    private final Clock clock;
    private final JiraThreadFrame frame;
    private ScheduledThreadPoolExecutor thread;

    HeartbeatThread(RecoveryStore store, RecoveryWindows windows, FailedJudgements failures, Silences silences, WorkingInstallations installations,
                    Clock clock, JiraThreadFrame frame) {
        this.store = store;
        this.windows = windows;
        this.failures = failures;
        this.silences = silences;
        this.installations = installations;
        this.clock = clock;
        this.frame = frame;
    }

    @Override
    public void start() {
        Heartbeat heartbeat = new Heartbeat(store, windows, failures, silences, installations, clock);
        AtomicBoolean isStarted = new AtomicBoolean();
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "intercom-heartbeat");
            made.setDaemon(true);
            made.setContextClassLoader(HeartbeatThread.class.getClassLoader());
            return made;
        });
        thread.scheduleWithFixedDelay(() -> beat(frame.around(() -> beat(heartbeat, isStarted))), 0, RecoveryTimes.BEAT_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The heartbeat stays: what happens after this is not judged, so this run has to be found dead. */
    @Override
    public void stop() {
        thread.shutdownNow();
    }

    /** The first beat, and each until one succeeds, begins with the window of the start: a database that is away for a moment costs nothing. */
    private void beat(Heartbeat heartbeat, AtomicBoolean isStarted) {
        if (!isStarted.get()) {
            windows.openForStart(Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
            isStarted.set(true);
        }
        heartbeat.beat();
    }

    private static void beat(Runnable heartbeat) {
        try {
            heartbeat.run();
        } catch (RuntimeException | Error e) {
            LOG.warn("The heartbeat of this node could not be written; what happens until it can be is looked for afterwards", new Trace(e));
        }
    }
}
