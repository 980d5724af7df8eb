package org.intercomjira.embedded.jira.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

/** One row of an answer, read by column name; a null column gives null. */
public record Row(ResultSet columns) {
    /** What is made of a row. */
    public interface Reader<T> {
        T read(Row row) throws SQLException;
    }

    public String text(String column) throws SQLException {
        return columns.getString(column);
    }

    public Long number(String column) throws SQLException {
        long value = columns.getLong(column);
        return columns.wasNull() ? null : value;
    }

    public boolean flag(String column) throws SQLException {
        return columns.getBoolean(column);
    }

    public Instant time(String column) throws SQLException {
        OffsetDateTime value = columns.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
