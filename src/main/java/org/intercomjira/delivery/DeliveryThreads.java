package org.intercomjira.delivery;

import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** The threads of one run of the engine, from start to stop. None of them is there while nothing is to do, but the timer's. */
final class DeliveryThreads {
    /** Couriers read Jira's database on these: more would only take connections from people. */
    private static final int COURIER_THREADS = 4;

    /** One thread for each lane that is being drained: there are as many lanes as workspaces. */
    private final ThreadPoolExecutor lanes =
        new ThreadPoolExecutor(0, Integer.MAX_VALUE, 5, TimeUnit.SECONDS, new SynchronousQueue<>(), named("intercom-lane-"));
    private final ThreadPoolExecutor couriers =
        new ThreadPoolExecutor(COURIER_THREADS, COURIER_THREADS, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), named("intercom-courier-"));
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, named("intercom-timer-"));

    DeliveryThreads() {
        couriers.allowCoreThreadTimeOut(true);
        timer.setRemoveOnCancelPolicy(true);
        timer.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    Executor lanes() {
        return lanes;
    }

    Executor couriers() {
        return couriers;
    }

    /** Runs a short task later, or never when the engine stops before. */
    Future<?> later(Duration delay, Runnable task) {
        try {
            return timer.schedule(task, Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
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
        couriers.shutdownNow();
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
