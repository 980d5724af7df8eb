package org.intercomjira.delivery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.intercomjira.platform.JiraThreadFrame;
import org.intercomjira.platform.Trace;
import org.intercomjira.platform.WatchedTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Shares a few threads among lanes. A lane takes as many as are free, but every lane has one at any time, however many the others take.
 * Work that does not end by its deadline is interrupted and its place given to the next; a thread that ignores the interrupt is left
 * behind until it ends by itself.
 */
final class CourierThreads {
    /** Couriers read Jira's database on these: more would only take connections from people. */
    static final int SHARED = 4;
    /** Rendering takes milliseconds, and what Jira's database does not answer by then, it will not. */
    static final Duration DEADLINE = Duration.ofSeconds(20);

    private static final Logger LOG = LoggerFactory.getLogger(CourierThreads.class);

    private final Executor threads;
    private final InsertWakes.Timer timer;
    private final Duration deadline;
    private final JiraThreadFrame frame;
    private final Map<String, Lane> lanes = new LinkedHashMap<>();
    private int running;
    private int leftBehind;

    /** What is done for one message. None of the methods throws. */
    interface Work {
        void run();

        /** It has reached its deadline and is interrupted next. */
        void isStuck(Trace where);

        /** It will never run. */
        void isRejected();
    }

    private static final class Lane {
        private final Deque<Job> waiting = new ArrayDeque<>();
        private int running;
    }

    private final class Job {
        private final String lane;
        private final Work work;
        private final WatchedTask watched;
        private boolean hasPlace;
        private boolean isLeftBehind;
        private boolean hasEnded;

        Job(String lane, Work work) {
            this.lane = lane;
            this.work = work;
            this.watched = new WatchedTask(frame.around(work::run));
        }

        private void run() {
            Future<?> end = null;
            try {
                end = timer.later(deadline, this::interrupt);
                watched.run();
            } catch (RuntimeException | Error e) {
                // Jira's frame could not be opened or closed.
                LOG.warn("A thread of lane {} failed", lane, new Trace(e));
                work.isRejected();
            } finally {
                if (end != null) {
                    end.cancel(false);
                }
                ended(this);
            }
        }

        private void interrupt() {
            watched.interrupt(where -> {
                leaveBehind(this);
                work.isStuck(where);
            });
            startNext();
        }
    }

    /** @param threads gives each task a thread at once */
    CourierThreads(Executor threads, InsertWakes.Timer timer, Duration deadline, JiraThreadFrame frame) {
        this.frame = frame;
        this.threads = threads;
        this.timer = timer;
        this.deadline = deadline;
    }

    void execute(String lane, Work work) {
        synchronized (this) {
            lanes.computeIfAbsent(lane, name -> new Lane()).waiting.add(new Job(lane, work));
        }
        startNext();
    }

    /** Threads that have ignored their interrupt and still run. */
    synchronized int leftBehind() {
        return leftBehind;
    }

    private void startNext() {
        for (Job next = take(); next != null; next = take()) {
            Job job = next;
            try {
                threads.execute(job::run);
            } catch (RuntimeException | Error e) {
                // The engine has stopped, or the machine has no thread to give.
                giveBack(job);
                job.work.isRejected();
            }
        }
    }

    private synchronized Job take() {
        for (Iterator<Map.Entry<String, Lane>> all = lanes.entrySet().iterator(); all.hasNext();) {
            Map.Entry<String, Lane> entry = all.next();
            Lane lane = entry.getValue();
            if (!lane.waiting.isEmpty() && (lane.running == 0 || running < SHARED)) {
                Job job = lane.waiting.remove();
                job.hasPlace = true;
                lane.running++;
                running++;
                // To the end of the line: lanes take turns.
                all.remove();
                lanes.put(entry.getKey(), lane);
                return job;
            }
        }
        return null;
    }

    private void ended(Job job) {
        synchronized (this) {
            job.hasEnded = true;
            if (job.isLeftBehind) {
                leftBehind--;
            }
        }
        giveBack(job);
        startNext();
    }

    private void leaveBehind(Job job) {
        synchronized (this) {
            job.isLeftBehind = !job.hasEnded;
            leftBehind += job.isLeftBehind ? 1 : 0;
        }
        giveBack(job);
    }

    private synchronized void giveBack(Job job) {
        if (!job.hasPlace) {
            return;
        }
        job.hasPlace = false;
        running--;
        Lane lane = lanes.get(job.lane);
        lane.running--;
        if (lane.running == 0 && lane.waiting.isEmpty()) {
            lanes.remove(job.lane);
        }
    }
}
