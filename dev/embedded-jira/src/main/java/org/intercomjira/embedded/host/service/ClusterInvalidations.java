package org.intercomjira.embedded.host.service;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.intercomjira.embedded.spi.Database;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries cache removals between nodes through a table that each node reads several times a second. */
public final class ClusterInvalidations implements HostCaches.Invalidations {
    private static final Logger LOG = LoggerFactory.getLogger(ClusterInvalidations.class);
    private static final Duration KEPT = Duration.ofMinutes(10);

    /** Ids are drawn before the commit: a lower one can appear after a higher one. */
    private static final int LATE_COMMITS = 100;

    private final Database database;
    private final String node;
    private final Set<Long> seen = new HashSet<>();
    private long lastRead;

    private record Removal(long id, String node, String cache, String entry) {
    }

    public ClusterInvalidations(Database database, String node) {
        this.database = database;
        this.node = node;
        this.lastRead = newest();
    }

    @Override
    public void publish(String cache, String entry) {
        database.inTransaction(connection -> {
            try (PreparedStatement insert = connection.prepareStatement("insert into host_invalidation (node, cache, entry, at) values (?, ?, ?, ?)")) {
                insert.setString(1, node);
                insert.setString(2, cache);
                insert.setString(3, entry);
                insert.setLong(4, System.currentTimeMillis());
                return insert.executeUpdate();
            }
        });
    }

    /** Applies what other nodes removed since the last call. */
    public void readInto(HostCaches caches) {
        try {
            for (Removal removal : since(lastRead - LATE_COMMITS)) {
                lastRead = Math.max(lastRead, removal.id());
                if (seen.add(removal.id()) && !removal.node().equals(node)) {
                    caches.invalidate(removal.cache(), removal.entry());
                }
            }
            seen.removeIf(id -> id <= lastRead - LATE_COMMITS);
        } catch (RuntimeException e) {
            LOG.warn("Cache removals of other nodes could not be read: {}", e.toString());
        }
    }

    private List<Removal> since(long id) {
        return database.inTransaction(connection -> {
            try (PreparedStatement query = connection.prepareStatement("select id, node, cache, entry from host_invalidation where id > ? order by id")) {
                query.setLong(1, id);
                ResultSet rows = query.executeQuery();
                List<Removal> removals = new ArrayList<>();
                while (rows.next()) {
                    removals.add(new Removal(rows.getLong(1), rows.getString(2), rows.getString(3), rows.getString(4)));
                }
                return removals;
            }
        });
    }

    private long newest() {
        return database.inTransaction(connection -> {
            try (PreparedStatement sweep = connection.prepareStatement("delete from host_invalidation where at < ?");
                    PreparedStatement query = connection.prepareStatement("select coalesce(max(id), 0) from host_invalidation")) {
                sweep.setLong(1, System.currentTimeMillis() - KEPT.toMillis());
                sweep.executeUpdate();
                ResultSet row = query.executeQuery();
                row.next();
                return row.getLong(1);
            }
        });
    }
}
