package org.intercomjira.recovery;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
    private final Clock clock;
    private final JiraThreadFrame frame;
    private ScheduledThreadPoolExecutor thread;

    HeartbeatThread(RecoveryStore store, RecoveryWindows windows, FailedJudgements failures, Clock clock, JiraThreadFrame frame) {
        this.store = store;
        this.windows = windows;
        this.failures = failures;
        this.clock = clock;
        this.frame = frame;
    }

    @Override
    public void start() {
        windows.openForStart(Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
        Heartbeat heartbeat = new Heartbeat(store, windows, failures, clock);
        thread = new ScheduledThreadPoolExecutor(1, task -> {
            Thread made = new Thread(task, "intercom-heartbeat");
            made.setDaemon(true);
            made.setContextClassLoader(HeartbeatThread.class.getClassLoader());
            return made;
        });
        thread.scheduleWithFixedDelay(() -> beat(frame.around(heartbeat::beat)), 0, RecoveryTimes.BEAT_INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The heartbeat stays: what happens after this is not judged, so this run has to be found dead. */
    @Override
    public void stop() {
        thread.shutdownNow();
    }

    private static void beat(Runnable heartbeat) {
        try {
            heartbeat.run();
        } catch (RuntimeException | Error e) {
            LOG.warn("The heartbeat of this node could not be written; what happens until it can be is looked for afterwards", new Trace(e));
        }
    }
}
