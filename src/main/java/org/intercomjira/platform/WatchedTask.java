package org.intercomjira.platform;

import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A task that may hang: another thread can interrupt it, and sees where it stands. */
public final class WatchedTask implements Runnable {
    private final Runnable task;
    private Thread thread;

    public WatchedTask(Runnable task) {
        this.task = task;
    }

    @Override
    public void run() {
        setThread(Thread.currentThread());
        try {
            task.run();
        } finally {
            setThread(null);
            // An interrupt that came too late for this task must not meet the next one of its thread.
            Thread.interrupted();
        }
    }

    private synchronized void setThread(Thread current) {
        thread = current;
    }

    /**
     * Interrupts the task; does nothing when it does not run.
     *
     * @param before gets the task's stack, frames only, before the task can notice the interrupt
     */
    public synchronized void interrupt(Consumer<Trace> before) {
        if (thread == null) {
            return;
        }
        Exception where = new TimeoutException();
        where.setStackTrace(thread.getStackTrace());
        before.accept(new Trace(where));
        thread.interrupt();
    }
}
