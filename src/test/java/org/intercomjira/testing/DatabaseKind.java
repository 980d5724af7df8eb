package org.intercomjira.testing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.ConnectionPoolDataSource;
import javax.sql.DataSource;
import net.java.ao.DatabaseProvider;
import net.java.ao.DisposableDataSource;
import net.java.ao.RawEntity;
import net.java.ao.db.H2DatabaseProvider;
import net.java.ao.db.MySQLDatabaseProvider;
import net.java.ao.db.PostgreSQLDatabaseProvider;
import org.h2.jdbcx.JdbcConnectionPool;
import org.h2.jdbcx.JdbcDataSource;
import org.mariadb.jdbc.MariaDbDataSource;
import org.mariadb.jdbc.MariaDbPoolDataSource;
import org.postgresql.ds.PGConnectionPoolDataSource;

/** The databases that the stores are tested with. Those that are programs of their own are started when they are first wanted. */
public enum DatabaseKind {
    /** In memory. */
    H2 {
        @Override
        DataSource create(String name) {
            JdbcDataSource source = new JdbcDataSource();
            source.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=60000");
            source.setUser("sa");
            return pool(source);
        }

        @Override
        DatabaseProvider provider(DisposableDataSource source, String name) {
            return new H2DatabaseProvider(source);
        }

        @Override
        void drop(Connection connection, String name) throws SQLException {
            connection.createStatement().execute("SHUTDOWN");
        }
    },
    /** A schema for each test. */
    POSTGRESQL {
        @Override
        DataSource create(String name) throws SQLException {
            PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
            source.setUrl(DatabaseServers.postgreSql());
            source.setCurrentSchema(name);
            source.setUser("postgres");
            source.setPassword("postgres");
            DataSource pool = pool(source);
            execute(pool, "CREATE SCHEMA " + name);
            return pool;
        }

        @Override
        DatabaseProvider provider(DisposableDataSource source, String name) {
            return new PostgreSQLDatabaseProvider(source, name);
        }

        @Override
        void drop(Connection connection, String name) throws SQLException {
            connection.createStatement().execute("DROP SCHEMA " + name + " CASCADE");
        }
    },
    /** Stands for MySQL, too. A database for each test. */
    MARIADB {
        @Override
        DataSource create(String name) throws SQLException {
            execute(new MariaDbDataSource(DatabaseServers.mariaDb("")), "CREATE DATABASE " + name);
            return new MariaDbPoolDataSource(DatabaseServers.mariaDb(name) + "&maxPoolSize=" + MOST_CONNECTIONS);
        }

        @Override
        DatabaseProvider provider(DisposableDataSource source, String name) {
            return new MySQLDatabaseProvider(source);
        }

        @Override
        void drop(Connection connection, String name) throws SQLException {
            connection.createStatement().execute("DROP DATABASE " + name);
        }

        @Override
        String quoted(String sql) {
            return sql.replace('"', '`');
        }
    };

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final int MOST_CONNECTIONS = 30;

    /** An empty database with the tables of these entities. */
    @SafeVarargs
    public final TestDatabase open(Class<? extends RawEntity<?>>... entities) {
        String name = "test" + COUNT.incrementAndGet();
        try {
            return new TestDatabase(this, name, create(name), entities);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    abstract DataSource create(String name) throws SQLException;

    abstract DatabaseProvider provider(DisposableDataSource source, String name);

    abstract void drop(Connection connection, String name) throws SQLException;

    /** The statement with names in this database's quotes. */
    String quoted(String sql) {
        return sql;
    }

    private static DataSource pool(ConnectionPoolDataSource source) {
        JdbcConnectionPool pool = JdbcConnectionPool.create(source);
        pool.setMaxConnections(MOST_CONNECTIONS);
        return pool;
    }

    private static void execute(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection()) {
            connection.createStatement().execute(sql);
        }
    }

    static void dispose(DataSource pool) {
        if (pool instanceof JdbcConnectionPool connections) {
            connections.dispose();
        } else if (pool instanceof MariaDbPoolDataSource connections) {
            connections.close();
        }
    }
}
