package org.intercomjira.embedded.jira.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.intercomjira.embedded.spi.Database;

/** Reads and changes Jira's tables. */
public final class Store {
    private final Database database;

    public Store(Database database) {
        this.database = database;
    }

    /** What is done with statements. */
    public interface Work<T> {
        T with(Sql sql) throws SQLException;
    }

    /** Reads on a connection of its own, without a transaction. */
    public <T> T read(Work<T> work) {
        try (Connection connection = database.dataSource().getConnection()) {
            return work.with(new Sql(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("The database refused: " + e.getMessage(), e);
        }
    }

    public <T> List<T> list(String statement, Row.Reader<T> reader, Object... parameters) {
        return read(sql -> sql.list(statement, reader, parameters));
    }

    public <T> Optional<T> first(String statement, Row.Reader<T> reader, Object... parameters) {
        return read(sql -> sql.first(statement, reader, parameters));
    }

    public boolean exists(String statement, Object... parameters) {
        return read(sql -> sql.exists(statement, parameters));
    }

    /** All or nothing: commits after the work, rolls back when it throws. */
    public <T> T change(Work<T> work) {
        return database.inTransaction(connection -> work.with(new Sql(connection)));
    }

    boolean isPostgreSql() {
        return database.isPostgreSql();
    }
}
