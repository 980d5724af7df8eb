package org.intercomjira.embedded.jira;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.intercomjira.embedded.spi.Database;

/** The database behind a small pool: an H2 file in the home by default, anything that speaks PostgreSQL by its JDBC URL. */
public final class JiraDatabase implements Database, AutoCloseable {
    private static final int MOST_CONNECTIONS = 32;

    private final HikariDataSource pool;
    private final boolean postgreSql;

    private JiraDatabase(HikariDataSource pool, boolean postgreSql) {
        this.pool = pool;
        this.postgreSql = postgreSql;
    }

    /**
     * Where the database is.
     *
     * @param jdbcUrl  null for the H2 file {@code home/database/jiradb}
     * @param user     null for the default of H2
     * @param password null for none
     * @param home     the home directory, used for H2 only
     */
    public record Options(String jdbcUrl, String user, String password, Path home) {
        /** An H2 file in this home. */
        public static Options h2(Path home) {
            return new Options(null, null, null, home);
        }

        /** What Jira's {@code dbconfig.xml} in the local home says of it, without the password. */
        public String configuration() {
            return """
                <?xml version="1.0" encoding="UTF-8"?>
                <jira-database-config>
                  <name>defaultDS</name>
                  <delegator-name>default</delegator-name>
                  <schema-name>public</schema-name>
                  <jdbc-datasource>
                    <url>%s</url>
                    <username>%s</username>
                  </jdbc-datasource>
                </jira-database-config>
                """.formatted(url().replace("&", "&amp;").replace("<", "&lt;"), user() != null ? user() : "sa");
        }

        String url() {
            return jdbcUrl != null ? jdbcUrl : "jdbc:h2:file:" + home.toAbsolutePath() + "/database/jiradb;" + H2_SETTINGS;
        }
    }

    /**
     * WRITE_DELAY=0: what is committed is in the file, so that a killed process loses nothing that Jira has acknowledged. The file would grow by 15 KB
     * with every transition; RETENTION_TIME gives overwritten pages back after a second.
     */
    private static final String H2_SETTINGS = "WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=100;LOCK_TIMEOUT=10000;RETENTION_TIME=1000";

    /** Connects; fails when the database does not answer. */
    public static JiraDatabase open(Options options) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(options.url());
        config.setUsername(options.user() != null ? options.user() : options.jdbcUrl() == null ? "sa" : null);
        config.setPassword(options.password() != null ? options.password() : options.jdbcUrl() == null ? "" : null);
        config.setMaximumPoolSize(MOST_CONNECTIONS);
        config.setMinimumIdle(2);
        config.setPoolName("jira");
        return new JiraDatabase(new HikariDataSource(config), options.url().startsWith("jdbc:postgresql:"));
    }

    @Override
    public DataSource dataSource() {
        return pool;
    }

    @Override
    public boolean isPostgreSql() {
        return postgreSql;
    }

    @Override
    public <T> T inTransaction(Work<T> work) {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            return commitAfter(work, connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused: " + e.getMessage(), e);
        }
    }

    private static <T> T commitAfter(Work<T> work, Connection connection) throws SQLException {
        try {
            T result = work.with(connection);
            connection.commit();
            return result;
        } catch (SQLException | RuntimeException | Error e) {
            connection.rollback();
            throw e;
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
