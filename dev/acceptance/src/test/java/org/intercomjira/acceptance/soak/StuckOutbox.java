package org.intercomjira.acceptance.soak;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.intercomjira.acceptance.host.PostgreSqlProcess;

/** Holds the plugin's outbox locked, so that an edit stands still between Jira's commit and the plugin's insert. */
final class StuckOutbox implements AutoCloseable {
    private static final String TABLE = "select quote_ident(tablename) from pg_tables where tablename like 'AO\\_%\\_OUTBOX'";
    private final Connection session;

    StuckOutbox(PostgreSqlProcess database) throws SQLException {
        session = DriverManager.getConnection(database.jdbcUrl(), database.user(), database.password());
        session.setAutoCommit(false);
        try (Statement statement = session.createStatement()) {
            statement.execute("lock table " + table(statement) + " in access exclusive mode");
        }
    }

    private static String table(Statement statement) throws SQLException {
        try (ResultSet tables = statement.executeQuery(TABLE)) {
            tables.next();
            return tables.getString(1);
        }
    }

    /** Those that waited find their sessions ended: an insert that had reached the database would be made, though nobody waits for it any more. */
    @Override
    public void close() throws SQLException {
        try (Statement statement = session.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))");
        }
        session.close();
    }
}
