package org.intercomjira.testing;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import net.java.ao.DatabaseProvider;
import net.java.ao.EntityManager;
import net.java.ao.RawEntity;

/**
 * Active Objects over a database of its own, with the table prefix and the transactions that Jira gives a plugin: a transaction inside
 * another joins it, an exception rolls the outermost one back.
 */
public final class TestDatabase implements AutoCloseable {
    private final DatabaseKind kind;
    private final String name;
    private final TransactionalDataSource source;
    private final DatabaseProvider provider;
    private final EntityManager manager;
    private final AtomicInteger statements = new AtomicInteger();
    private final ActiveObjects activeObjects;

    TestDatabase(DatabaseKind kind, String name, DataSource pool, Class<? extends RawEntity<?>>[] entities) throws SQLException {
        this.kind = kind;
        this.name = name;
        source = new TransactionalDataSource(pool, () -> DatabaseKind.dispose(pool));
        provider = kind.provider(source, name);
        manager = new EntityManager(provider, new TestSchema());
        manager.migrate(entities);
        provider.addSqlListener(sql -> statements.incrementAndGet());
        activeObjects = TestActiveObjects.over(manager, source);
    }

    /** An empty H2 database with the tables of these entities. */
    @SafeVarargs
    public static TestDatabase h2(Class<? extends RawEntity<?>>... entities) {
        return DatabaseKind.H2.open(entities);
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

    /** Plain SQL for what a test must see or break behind Active Objects; names in double quotes. The number of rows. */
    public int execute(String sql) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement()) {
            return statement.executeUpdate(kind.quoted(sql));
        }
    }

    /** As above for a question: the first column of the answer. */
    public List<String> ask(String sql) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery(kind.quoted(sql))) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    /** All rows of a table by their ids: the columns' values by their names. */
    public List<Map<String, String>> rows(String table) throws SQLException {
        try (Connection connection = source.getConnection(); Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery(kind.quoted("SELECT * FROM \"" + table + "\" ORDER BY \"ID\""))) {
            List<Map<String, String>> found = new ArrayList<>();
            while (rows.next()) {
                Map<String, String> row = new HashMap<>();
                for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                    row.put(rows.getMetaData().getColumnName(column), rows.getString(column));
                }
                found.add(row);
            }
            return found;
        }
    }

    /** Brings the tables to the form of these entities, as Jira does it when the plugin has been upgraded. */
    @SafeVarargs
    public final void migrate(Class<? extends RawEntity<?>>... entities) throws SQLException {
        manager.migrate(entities);
    }

    /** What the database itself tells of its tables. */
    public <T> T metaData(SqlFunction<DatabaseMetaData, T> question) throws SQLException {
        try (Connection connection = source.getConnection()) {
            return question.apply(connection.getMetaData());
        }
    }

    /** A question to the database. */
    public interface SqlFunction<A, T> {
        T apply(A argument) throws SQLException;
    }

    @Override
    public void close() throws SQLException {
        comeBack();
        try (Connection connection = source.getConnection()) {
            kind.drop(connection, name);
        } finally {
            provider.dispose();
        }
    }
}
