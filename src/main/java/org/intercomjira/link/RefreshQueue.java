package org.intercomjira.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Runs what need not be done now, a few at a time, each thing once, and not again right after it was tried in vain. What has no room is
 * left out: whoever looks next asks again.
 */
@Component
class RefreshQueue {
    static final Duration PAUSE = Duration.ofSeconds(15);
    static final int MOST_AT_ONCE = 8;
    static final int MOST_WAITING = 500;
    private static final int MOST_REMEMBERED = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(RefreshQueue.class);

    private final Clock clock;
    private final Deque<Task> waiting = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Instant> tried = new HashMap<>();
    private int running;

    RefreshQueue(Clock clock) {
        this.clock = clock;
    }

    private record Task(String key, Supplier<? extends CompletionStage<Boolean>> work) {
    }

    /**
     * True when it runs or will run.
     *
     * @param work must not block; gives false when it was in vain
     */
    boolean offer(String key, Supplier<? extends CompletionStage<Boolean>> work) {
        synchronized (this) {
            if (known.contains(key)) {
                return true;
            }
            if (waiting.size() >= MOST_WAITING || tried.getOrDefault(key, Instant.MIN).isAfter(clock.instant().minus(PAUSE))) {
                return false;
            }
            known.add(key);
            waiting.add(new Task(key, work));
        }
        runNext();
        return true;
    }

    private void runNext() {
        for (Task next = take(); next != null; next = take()) {
            Task task = next;
            try {
                task.work().get().whenComplete((done, problem) -> ended(task, Boolean.TRUE.equals(done), problem));
            } catch (RuntimeException e) {
                ended(task, false, e);
            }
        }
    }

    private synchronized Task take() {
        if (running >= MOST_AT_ONCE || waiting.isEmpty()) {
            return null;
        }
        running++;
        return waiting.remove();
    }

    private void ended(Task task, boolean done, Throwable problem) {
        if (problem != null) {
            LOG.warn("What Intercom shows of {} could not be stored: {}", task.key(), problem.getClass().getSimpleName());
        }
        synchronized (this) {
            running--;
            known.remove(task.key());
            if (tried.size() >= MOST_REMEMBERED) {
                tried.clear();
            }
            if (done) {
                tried.remove(task.key());
            } else {
                tried.put(task.key(), clock.instant());
            }
        }
        runNext();
    }
}
