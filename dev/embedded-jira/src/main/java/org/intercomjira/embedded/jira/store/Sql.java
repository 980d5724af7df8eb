package org.intercomjira.embedded.jira.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Statements with bind parameters on one connection. Parameters are strings, numbers, booleans, instants, arrays of longs or null. */
public record Sql(Connection connection) {
    public <T> List<T> list(String statement, Row.Reader<T> reader, Object... parameters) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            bind(prepared, parameters);
            List<T> rows = new ArrayList<>();
            try (ResultSet answer = prepared.executeQuery()) {
                Row row = new Row(answer);
                while (answer.next()) {
                    rows.add(reader.read(row));
                }
            }
            return rows;
        }
    }

    public <T> Optional<T> first(String statement, Row.Reader<T> reader, Object... parameters) throws SQLException {
        return list(statement, reader, parameters).stream().findFirst();
    }

    public boolean exists(String statement, Object... parameters) throws SQLException {
        return !list(statement, row -> true, parameters).isEmpty();
    }

    /** Returns the number of rows that were changed. */
    public int run(String statement, Object... parameters) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement)) {
            bind(prepared, parameters);
            return prepared.executeUpdate();
        }
    }

    /** Inserts a row and returns the id that the database gave it; ids of two nodes never meet. */
    public long insert(String statement, Object... parameters) throws SQLException {
        try (PreparedStatement prepared = connection.prepareStatement(statement, new String[] {"id"})) {
            bind(prepared, parameters);
            prepared.executeUpdate();
            try (ResultSet keys = prepared.getGeneratedKeys()) {
                keys.next();
                return keys.getLong(1);
            }
        }
    }

    private static void bind(PreparedStatement prepared, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            Object value = parameters[i];
            if (value instanceof Long[] many) {
                prepared.setArray(i + 1, prepared.getConnection().createArrayOf("bigint", many));
            } else {
                prepared.setObject(i + 1, value instanceof Instant time ? time.atOffset(ZoneOffset.UTC) : value);
            }
        }
    }
}
