package org.intercomjira.testing;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.java.ao.DatabaseProvider;
import net.java.ao.EntityManager;
import net.java.ao.RawEntity;
import net.java.ao.db.H2DatabaseProvider;
import org.h2.jdbcx.JdbcConnectionPool;

/**
 * Active Objects over a database in memory, with the table prefix and the transactions that Jira gives a plugin: a transaction inside
 * another joins it, an exception rolls the outermost one back.
 */
public final class TestDatabase implements AutoCloseable {
    private final TransactionalDataSource source;
    private final DatabaseProvider provider;
    private final AtomicInteger statements = new AtomicInteger();
    private final ActiveObjects activeObjects;

    private TestDatabase(JdbcConnectionPool pool, Class<? extends RawEntity<?>>[] entities) throws SQLException {
        source = new TransactionalDataSource(pool, pool::dispose);
        provider = new H2DatabaseProvider(source);
        EntityManager manager = new EntityManager(provider, new TestSchema());
        manager.migrate(entities);
        provider.addSqlListener(sql -> statements.incrementAndGet());
        activeObjects = TestActiveObjects.over(manager, source);
    }

    /** An empty H2 database with the tables of these entities. */
    @SafeVarargs
    public static TestDatabase h2(Class<? extends RawEntity<?>>... entities) {
        JdbcConnectionPool pool = JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        pool.setMaxConnections(30);
        try {
            return new TestDatabase(pool, entities);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public ActiveObjects activeObjects() {
        return activeObjects;
    }

    /** How many SQL statements have run since the tables were made. */
    public int statements() {
        return statements.get();
    }

    /** From now on every statement fails, as when the database is gone; until {@link #comeBack()}. */
    public void goAway() {
        source.goAway();
    }

    public void comeBack() {
        source.comeBack();
    }

    /** Plain SQL for what a test must see or break behind Active Objects. */
    public DataSource dataSource() {
        return source;
    }

    @Override
    public void close() throws SQLException {
        comeBack();
        try (Connection connection = source.getConnection()) {
            connection.createStatement().execute("SHUTDOWN");
        } finally {
            provider.dispose();
        }
    }
}
