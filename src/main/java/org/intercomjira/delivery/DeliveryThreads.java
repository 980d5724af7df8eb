package org.intercomjira.delivery;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.intercomjira.platform.JiraThreadFrame;

/** The threads of one run of the engine, from start to stop. None of them is there while nothing is to do, but the timer's. */
final class DeliveryThreads {
    /** One thread for each lane that is being drained: there are as many lanes as workspaces. */
    private final ThreadPoolExecutor lanes = asMany("intercom-lane-");
    private final ThreadPoolExecutor courierPool = asMany("intercom-courier-");
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named("intercom-timer-"));
    private final CourierThreads couriers;
    private final JiraThreadFrame frame;

    /** @param courierDeadline for what a courier does before it waits for an answer */
    DeliveryThreads(JiraThreadFrame frame, Duration courierDeadline) {
        this.frame = frame;
        couriers = new CourierThreads(courierPool, this::later, courierDeadline, frame);
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    Executor lanes() {
        return task -> lanes.execute(frame.around(task));
    }

    CourierThreads couriers() {
        return couriers;
    }

    /** Runs a short task later, or never when the engine stops before. */
    Future<?> later(Duration delay, Runnable task) {
        try {
            return timer.schedule(frame.around(task), Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            return null;
        }
    }

    /** Lets the lanes end by themselves for a while, then ends everything. */
    void stop(Duration patience) {
        timer.shutdownNow();
        lanes.shutdown();
        try {
            if (!lanes.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                lanes.shutdownNow();
            }
        } catch (InterruptedException e) {
            lanes.shutdownNow();
            Thread.currentThread().interrupt();
        }
        courierPool.shutdownNow();
    }

    private static ThreadPoolExecutor asMany(String prefix) {
        return new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), named(prefix));
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            // The thread that happens to make this one may carry another plugin's class loader.
            thread.setContextClassLoader(DeliveryThreads.class.getClassLoader());
            return thread;
        };
    }
}
