package org.intercomjira.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** Runs a PostgreSQL for a cluster of embedded Jiras on one machine. Its data stay in the directory that is named. */
public final class PostgreSqlLauncher {
    private PostgreSqlLauncher() {
    }

    /** Arguments: the directory of the data, and the port or 0 for any. Runs until the process is told to end. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        EmbeddedPostgres database = EmbeddedPostgres.builder().setDataDirectory(Path.of(arguments[0])).setCleanDataDirectory(false)
                .setPort(Integer.parseInt(arguments[1])).setPGStartupWait(Duration.ofMinutes(5)).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(database), "shutdown"));
        System.out.println("PostgreSQL is ready at " + database.getJdbcUrl("postgres", "postgres"));
        Thread.currentThread().join();
    }

    private static void close(EmbeddedPostgres database) {
        try {
            database.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
