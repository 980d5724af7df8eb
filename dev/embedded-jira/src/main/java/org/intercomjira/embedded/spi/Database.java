package org.intercomjira.embedded.spi;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The one database: Jira's own tables and those of Active Objects live in it, as in a real Jira. */
public interface Database {
    DataSource dataSource();

    boolean isPostgreSql();

    /** Runs the work in a transaction of its own on a connection of its own; commits, or rolls back on any exception. */
    <T> T inTransaction(Work<T> work);

    /** What is done with a connection. */
    interface Work<T> {
        T with(Connection connection) throws SQLException;
    }
}
