package org.intercomjira.platform;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Releases cluster locks, which Jira keeps in its database: when the database fails at that moment, the lock stays held, and keeps every
 * thread of every node out for as long as this node lives.
 */
public final class LockRelease {
    /** For threads of our own, which have nothing else to do while the database is away. */
    public static final Duration OWN_THREAD = Duration.ofHours(1);
    /** For threads on which a person waits. */
    public static final Duration REQUEST = Duration.ofSeconds(5);
    private static final Logger LOG = LoggerFactory.getLogger(LockRelease.class);
    private static final long FIRST_PAUSE_MILLIS = 50;
    private static final long LONGEST_PAUSE_MILLIS = 5_000;

    private LockRelease() {
    }

    /**
     * Releases the lock that this thread holds; tries again while that fails. Never fails itself, so that it hides no other exception.
     *
     * @param patience an interrupted thread has none
     */
    public static void unlock(Lock lock, Duration patience) {
        long begin = System.nanoTime();
        long pause = FIRST_PAUSE_MILLIS;
        while (!isReleased(lock)) {
            if (System.nanoTime() - begin > patience.toNanos() || Thread.currentThread().isInterrupted()) {
                LOG.error("A cluster lock could not be released; other threads may wait for it until this node ends");
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
            pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
        }
    }

    private static boolean isReleased(Lock lock) {
        try {
            lock.unlock();
            return true;
        } catch (IllegalMonitorStateException notHeld) {
            LOG.debug("A cluster lock was no longer held by this thread");
            return true;
        } catch (RuntimeException e) {
            LOG.warn("A cluster lock could not be released", new Trace(e));
            return false;
        }
    }
}
