package org.intercomjira.embedded.host.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.intercomjira.embedded.spi.Database;

/** Sees to it that of all nodes one runs a clustered job when it is due: who moves the job's next run forward may run it now. */
public final class ClusterRuns {
    /** Nodes' timers differ: a run may be taken this part of an interval early. */
    private static final double EARLY = 0.1;

    private final Database database;

    public ClusterRuns(Database database) {
        this.database = database;
    }

    boolean claim(String job, long intervalMillis) {
        return database.inTransaction(connection -> {
            insertIfNew(connection, job);
            try (PreparedStatement update = connection.prepareStatement("update host_job set next_run = ? where job_id = ? and next_run <= ?")) {
                long now = System.currentTimeMillis();
                update.setLong(1, now + intervalMillis);
                update.setString(2, job);
                update.setLong(3, now + (long) (intervalMillis * EARLY));
                return update.executeUpdate() == 1;
            }
        });
    }

    private static void insertIfNew(Connection connection, String job) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("insert into host_job (job_id, next_run) select ?, 0 where not exists (select 1 from host_job where job_id = ?)")) {
            insert.setString(1, job);
            insert.setString(2, job);
            insert.executeUpdate();
        }
    }
}
