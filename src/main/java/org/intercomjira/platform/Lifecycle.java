package org.intercomjira.platform;

import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import jakarta.annotation.PreDestroy;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Starts and stops what {@link StartsWithJira}. Exported, because Jira tells only exported components. */
@Component
@ExportAsService(LifecycleAware.class)
public class Lifecycle implements LifecycleAware {
    private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

    private final List<StartsWithJira> parts;
    private final Deque<StartsWithJira> running = new ArrayDeque<>();
    private boolean started;

    public Lifecycle(List<StartsWithJira> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public synchronized void onStart() {
        if (started) {
            return;
        }
        started = true;
        parts.forEach(this::start);
        LOG.info("Intercom for Jira has started: {} of {} parts", running.size(), parts.size());
    }

    /** Also before destruction: a host that forgets to tell must not leave threads and listeners behind. */
    @Override
    @PreDestroy
    public synchronized void onStop() {
        while (!running.isEmpty()) {
            stop(running.pop());
        }
        if (started) {
            LOG.info("Intercom for Jira has stopped");
        }
        started = false;
        RecordHandles.forgetThisPlugin();
    }

    private void start(StartsWithJira part) {
        try {
            part.start();
            running.push(part);
        } catch (RuntimeException | LinkageError | StackOverflowError e) {
            LOG.error("{} could not be started", part.getClass().getName(), e);
        }
    }

    private static void stop(StartsWithJira part) {
        try {
            part.stop();
        } catch (RuntimeException e) {
            LOG.warn("{} could not be stopped", part.getClass().getName(), e);
        }
    }
}
