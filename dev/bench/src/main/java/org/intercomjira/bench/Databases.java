package org.intercomjira.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.intercomjira.embedded.jira.JiraDatabase;

/** New databases: H2 in files, and PostgreSQL, both of which write to the disk before they say that a commit is done. */
final class Databases implements AutoCloseable {
    private final Path folder;
    private final AtomicInteger count = new AtomicInteger();
    private EmbeddedPostgres server;

    Databases() throws IOException {
        folder = Files.createTempDirectory("intercom-bench");
    }

    /** The kinds that are measured. */
    enum Kind {
        H2("h2"), POSTGRESQL("postgresql");

        private final String text;

        Kind(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }
    }

    Path newFolder() throws IOException {
        return Files.createDirectory(folder.resolve("folder" + count.incrementAndGet()));
    }

    JiraDatabase open(Kind kind) throws Exception {
        if (kind == Kind.H2) {
            return JiraDatabase.open(JiraDatabase.Options.h2(newFolder()));
        }
        String name = "bench" + count.incrementAndGet();
        try (Connection connection = server().getPostgresDatabase().getConnection()) {
            connection.createStatement().execute("create database " + name);
        }
        return JiraDatabase.open(new JiraDatabase.Options(server().getJdbcUrl("postgres", name), "postgres", "postgres", folder));
    }

    /** The launcher's defaults trade safety for speed: they are taken back. */
    private synchronized EmbeddedPostgres server() throws IOException, SQLException {
        if (server == null) {
            server = EmbeddedPostgres.builder().setServerConfig("fsync", "on").setServerConfig("synchronous_commit", "on")
                    .setServerConfig("full_page_writes", "on").start();
            refuseUnsafe();
        }
        return server;
    }

    private void refuseUnsafe() throws SQLException {
        try (Connection connection = server.getPostgresDatabase().getConnection()) {
            for (String setting : new String[] {"fsync", "synchronous_commit"}) {
                var row = connection.createStatement().executeQuery("show " + setting);
                row.next();
                if (!row.getString(1).equals("on")) {
                    throw new IllegalStateException(setting + " is " + row.getString(1));
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        if (server != null) {
            server.close();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
