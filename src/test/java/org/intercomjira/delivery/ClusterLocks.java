package org.intercomjira.delivery;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;

/** Locks as Jira's cluster has them: not re-entrant, and only the thread that holds one may give it back. */
final class ClusterLocks implements ClusterLockService {
    private final Map<String, ClusterLock> locks = new ConcurrentHashMap<>();

    @Override
    public ClusterLock getLockForName(String name) {
        return locks.computeIfAbsent(name, unused -> new ThreadLock());
    }

    private static final class ThreadLock implements ClusterLock {
        private final AtomicReference<Thread> holder = new AtomicReference<>();

        @Override
        public boolean tryLock() {
            return holder.compareAndSet(null, Thread.currentThread());
        }

        @Override
        public void unlock() {
            if (!holder.compareAndSet(Thread.currentThread(), null)) {
                throw new IllegalMonitorStateException("Not held by this thread");
            }
        }

        @Override
        public boolean tryLock(long time, TimeUnit unit) {
            long end = System.nanoTime() + unit.toNanos(time);
            while (!tryLock()) {
                if (System.nanoTime() - end > 0) {
                    return false;
                }
                Thread.onSpinWait();
            }
            return true;
        }

        @Override
        public void lock() {
            throw new UnsupportedOperationException("The engine must not block on a lock");
        }

        @Override
        public void lockInterruptibly() {
            throw new UnsupportedOperationException("The engine must not block on a lock");
        }

        @Override
        public Condition newCondition() {
            throw new UnsupportedOperationException("Cluster locks have none");
        }
    }
}
