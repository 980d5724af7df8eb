package org.intercomjira.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
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
    /** As long as two calls take that both stand in line for the rate limit and end at their deadline. What runs longer makes room. */
    static final Duration LONGEST_RUN = Duration.ofSeconds(90);
    private static final int MOST_REMEMBERED = 10_000;
    private static final Logger LOG = LoggerFactory.getLogger(RefreshQueue.class);

    private final Clock clock;
    private final Deque<Task> waiting = new ArrayDeque<>();
    private final Set<String> known = new HashSet<>();
    private final Map<String, Instant> tried = new HashMap<>();
    private final Map<Task, Instant> running = new HashMap<>();

    RefreshQueue(Clock clock) {
        this.clock = clock;
    }

    /** Compared by identity: a thing may run again while an earlier run of it has not ended. */
    private static final class Task {
        private final String key;
        private final Supplier<? extends CompletionStage<Boolean>> work;

        Task(String key, Supplier<? extends CompletionStage<Boolean>> work) {
            this.key = key;
            this.work = work;
        }
    }

    /**
     * True when it runs or will run.
     *
     * @param work must not block; gives false when it was in vain
     */
    boolean offer(String key, Supplier<? extends CompletionStage<Boolean>> work) {
        synchronized (this) {
            giveUpStalled();
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
                task.work.get().whenComplete((done, problem) -> ended(task, Boolean.TRUE.equals(done), problem));
            } catch (RuntimeException | Error e) {
                ended(task, false, e);
            }
        }
    }

    private synchronized Task take() {
        if (running.size() >= MOST_AT_ONCE || waiting.isEmpty()) {
            return null;
        }
        Task next = waiting.remove();
        running.put(next, clock.instant());
        return next;
    }

    /** No timer is needed: as long as nobody looks, nothing has to be refreshed. */
    private void giveUpStalled() {
        Instant latest = clock.instant().minus(LONGEST_RUN);
        List.copyOf(running.keySet()).stream().filter(task -> !running.get(task).isAfter(latest)).forEach(task -> {
            LOG.warn("Reading {} has not ended in {} and is given up", task.key, LONGEST_RUN);
            forget(task, false);
        });
    }

    /** False when it was given up before. */
    private boolean forget(Task task, boolean done) {
        if (running.remove(task) == null) {
            return false;
        }
        known.remove(task.key);
        if (tried.size() >= MOST_REMEMBERED) {
            tried.clear();
        }
        if (done) {
            tried.remove(task.key);
        } else {
            tried.put(task.key, clock.instant());
        }
        return true;
    }

    private void ended(Task task, boolean done, Throwable problem) {
        if (problem != null) {
            LOG.warn("What Intercom shows of {} could not be stored: {}", task.key, problem.getClass().getSimpleName());
        }
        synchronized (this) {
            forget(task, done);
        }
        runNext();
    }
}
