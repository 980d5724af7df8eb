package org.intercomjira.acceptance.host;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A PostgreSQL for the nodes of a cluster; it can be stopped and started again on the same data and address. */
public final class PostgreSqlProcess implements AutoCloseable {
    private static final String MAIN_CLASS = "org.intercomjira.embedded.PostgreSqlLauncher";
    private final Path folder = Folders.fresh("postgresql");
    private final int port = Ports.free();
    private final List<ServerProcess> starts = new ArrayList<>();

    public static PostgreSqlProcess started() {
        PostgreSqlProcess database = new PostgreSqlProcess();
        database.start();
        return database;
    }

    public void start() {
        Path log = folder.resolve("output-" + (starts.size() + 1) + ".log");
        ServerProcess process = ServerProcess.start(log, new ServerProcess.Program(Folders.classPathOf("embedded-jira"), MAIN_CLASS, List.of(),
                List.of(folder.resolve("data").toString(), String.valueOf(port)), Map.of()));
        starts.add(process);
        process.awaitReady("PostgreSQL is ready at");
    }

    /** Ends every connection, as an administrator's stop does. */
    public void stop() {
        starts.get(starts.size() - 1).stop();
    }

    /** Ends every session of others, and with them their locks and what they had not committed, as a broken network does. */
    public void endSessions() {
        try (Connection session = DriverManager.getConnection(jdbcUrl(), user(), password()); Statement statement = session.createStatement()) {
            statement.execute("select pg_terminate_backend(pid) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres";
    }

    public String user() {
        return "postgres";
    }

    public String password() {
        return "postgres";
    }

    @Override
    public void close() {
        stop();
    }
}
