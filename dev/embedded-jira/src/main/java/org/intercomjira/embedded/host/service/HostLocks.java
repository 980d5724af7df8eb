package org.intercomjira.embedded.host.service;

import com.atlassian.beehive.ClusterLock;
import com.atlassian.beehive.ClusterLockService;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.intercomjira.embedded.spi.Database;

/** Cluster locks: PostgreSQL's advisory locks between nodes; H2 has one node only. */
public final class HostLocks implements ClusterLockService, AutoCloseable {
    private final Map<String, ClusterLock> locks = new ConcurrentHashMap<>();
    private final AdvisoryLocks advisory;

    public HostLocks(Database database) {
        advisory = database.isPostgreSql() ? new AdvisoryLocks(database.dataSource()) : null;
    }

    @Override
    public ClusterLock getLockForName(String name) {
        return locks.computeIfAbsent(name, key -> new NamedLock(key, advisory == null ? new OneNode() : advisory));
    }

    @Override
    public void close() {
        if (advisory != null) {
            advisory.close();
        }
    }

    private static final class OneNode implements NamedLock.Fence {
        @Override
        public boolean tryAcquire(String name) {
            return true;
        }

        @Override
        public void release(String name) {
            // Nobody else is kept out.
        }
    }
}
