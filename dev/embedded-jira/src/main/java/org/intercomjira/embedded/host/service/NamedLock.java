package org.intercomjira.embedded.host.service;

import com.atlassian.beehive.ClusterLock;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;

/** A lock by name: first within this node, then, in a cluster, against the other nodes. Not re-entrant, as in Jira. */
final class NamedLock implements ClusterLock {
    private static final long POLL_MILLIS = 20;

    private final String name;
    private final Fence fence;
    private final Semaphore permit = new Semaphore(1, true);
    private volatile Thread owner;

    /** Keeps other nodes out. */
    interface Fence {
        boolean tryAcquire(String name);

        void release(String name);
    }

    NamedLock(String name, Fence fence) {
        this.name = name;
        this.fence = fence;
    }

    @Override
    public boolean tryLock() {
        refuseReentry();
        return permit.tryAcquire() && enter();
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
        refuseReentry();
        long deadline = System.nanoTime() + unit.toNanos(time);
        while (System.nanoTime() - deadline < 0) {
            if (permit.tryAcquire(deadline - System.nanoTime(), TimeUnit.NANOSECONDS) && enter()) {
                return true;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return tryLock();
    }

    @Override
    public void lockInterruptibly() throws InterruptedException {
        while (!tryLock(1, TimeUnit.MINUTES)) {
            Thread.onSpinWait();
        }
    }

    @Override
    public void lock() {
        boolean interrupted = false;
        while (true) {
            try {
                lockInterruptibly();
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void unlock() {
        if (owner != Thread.currentThread()) {
            throw new IllegalMonitorStateException("This thread does not hold the cluster lock " + name);
        }
        // Without a database it stays held, and may be released later.
        fence.release(name);
        owner = null;
        permit.release();
    }

    @Override
    public Condition newCondition() {
        throw new UnsupportedOperationException("Cluster locks have no conditions");
    }

    /** With the node's permit in hand: keeps it only when the other nodes are kept out too. */
    private boolean enter() {
        boolean entered = false;
        try {
            entered = fence.tryAcquire(name);
        } finally {
            if (!entered) {
                permit.release();
            }
        }
        owner = entered ? Thread.currentThread() : owner;
        return entered;
    }

    private void refuseReentry() {
        if (owner == Thread.currentThread()) {
            throw new IllegalStateException("The cluster lock " + name + " is not re-entrant");
        }
    }
}
