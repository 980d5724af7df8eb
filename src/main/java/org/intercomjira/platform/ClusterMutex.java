package org.intercomjira.platform;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Does short work that no other node may do at the same time. Active Objects has no conditional update, so reading and then writing needs this. */
@Component
public class ClusterMutex {
    private static final long LONGEST_WAIT_SECONDS = 20;

    private final ClusterLockService locks;

    public ClusterMutex(@ComponentImport ClusterLockService locks) {
        this.locks = locks;
    }

    /** @throws ApiException 503 busy when another node holds on for too long. Not re-entrant. */
    public <T> T holding(String name, Supplier<T> work) {
        ClusterLock lock = locks.getLockForName(name);
        if (!acquired(lock)) {
            throw new ApiException(503, "busy");
        }
        try {
            return work.get();
        } finally {
            LockRelease.unlock(lock, LockRelease.REQUEST);
        }
    }

    private static boolean acquired(ClusterLock lock) {
        try {
            return lock.tryLock(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
