package org.intercomjira.testing;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Locks of a cluster of one. As Jira's they are not re-entrant: taking one twice fails at once, instead of hanging the test. */
public final class TestLocks implements ClusterLockService {
    private final Map<String, ClusterLock> locks = new ConcurrentHashMap<>();

    @Override
    public ClusterLock getLockForName(String name) {
        return locks.computeIfAbsent(name, key -> new NamedLock());
    }

    private static final class NamedLock implements ClusterLock {
        private final ReentrantLock lock = new ReentrantLock();

        private Lock checked() {
            if (lock.isHeldByCurrentThread()) {
                throw new IllegalStateException("A cluster lock is not re-entrant");
            }
            return lock;
        }

        @Override
        public void lock() {
            checked().lock();
        }

        @Override
        public void lockInterruptibly() throws InterruptedException {
            checked().lockInterruptibly();
        }

        @Override
        public boolean tryLock() {
            return checked().tryLock();
        }

        @Override
        public boolean tryLock(long time, TimeUnit unit) throws InterruptedException {
            return checked().tryLock(time, unit);
        }

        @Override
        public void unlock() {
            lock.unlock();
        }

        @Override
        public Condition newCondition() {
            throw new UnsupportedOperationException("Jira's cluster locks have no conditions");
        }
    }
}
