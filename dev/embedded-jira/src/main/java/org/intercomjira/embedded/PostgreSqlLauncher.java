package org.intercomjira.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Runs a PostgreSQL for a cluster of embedded Jiras on one machine. Its data stay in the directory that is named. */
public final class PostgreSqlLauncher {
    /** Ten seconds by default, in which a busy machine may not start one. */
    private static final Duration START = Duration.ofMinutes(5);
    private static final Duration END = Duration.ofMinutes(1);
    private static final long LOOK_EVERY_MILLIS = 50;

    private PostgreSqlLauncher() {
    }

    /** Arguments: the directory of the data, and the port or 0 for any. Runs until the process is told to end. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path data = Path.of(arguments[0]);
        EmbeddedPostgres database = EmbeddedPostgres.builder().setDataDirectory(data).setCleanDataDirectory(false)
                .setPort(Integer.parseInt(arguments[1])).setPGStartupWait(START).start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> close(database, data.resolve("postmaster.pid")), "shutdown"));
        System.out.println("PostgreSQL is ready at " + database.getJdbcUrl("postgres", "postgres"));
        Thread.currentThread().join();
    }

    /** Asked to stop, the server is given five seconds, after which it goes on stopping by itself; the next one cannot start before its file is gone. */
    private static void close(EmbeddedPostgres database, Path runs) {
        try {
            database.close();
            for (long left = END.toMillis(); left > 0 && Files.exists(runs); left -= LOOK_EVERY_MILLIS) {
                Thread.sleep(LOOK_EVERY_MILLIS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
