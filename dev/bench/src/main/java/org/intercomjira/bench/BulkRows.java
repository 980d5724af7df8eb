package org.intercomjira.bench;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.spi.Database;

/** Makes many rows of the one row that the plugin itself has put into a table, in one statement. */
final class BulkRows {
    private final Database database;

    BulkRows(Database database) {
        this.database = database;
    }

    /**
     * Copies the table's only row and deletes it.
     *
     * @param table   its name without the plugin's prefix
     * @param changes SQL expressions by column; {@code n} counts the copies from 1
     */
    void multiply(String table, int count, Map<String, String> changes) {
        run(connection -> {
            String name = nameOf(connection, table);
            List<String> columns = columnsOf(connection, name);
            List<String> values = columns.stream().map(column -> changes.getOrDefault(column, "t.\"" + column + "\"")).toList();
            String series = database.isPostgreSql() ? "(select generate_series(1, " + count + ") as n)" : "(select x as n from system_range(1, " + count + "))";
            try (Statement statement = connection.createStatement()) {
                statement.execute("create temporary table template as select * from \"" + name + "\"" + (database.isPostgreSql() ? "" : " with data"));
                statement.execute("delete from \"" + name + "\"");
                statement.execute("insert into \"" + name + "\" (\"" + String.join("\", \"", columns) + "\") select " + String.join(", ", values)
                        + " from template t cross join " + series + " s order by n");
                statement.execute("drop table template");
            }
            return null;
        });
        refreshStatistics(table);
    }

    /** What PostgreSQL's background process does within a minute, and H2 by itself after some changes. */
    void refreshStatistics(String table) {
        try (Connection connection = database.dataSource().getConnection(); Statement statement = connection.createStatement()) {
            String name = nameOf(connection, table);
            statement.execute(database.isPostgreSql() ? "vacuum analyze \"" + name + "\"" : "analyze table \"" + name + "\"");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param sql with {@code TABLE} for the table's name */
    int execute(String table, String sql) {
        return run(connection -> {
            try (Statement statement = connection.createStatement()) {
                return statement.executeUpdate(sql.replace("TABLE", "\"" + nameOf(connection, table) + "\""));
            }
        });
    }

    long number(String table, String sql) {
        return run(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(sql.replace("TABLE", "\"" + nameOf(connection, table) + "\""))) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    private <T> T run(Database.Work<T> work) {
        return database.inTransaction(work);
    }

    private static String nameOf(Connection connection, String table) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, "AO\\_______\\_" + table, null)) {
            if (!tables.next()) {
                throw new IllegalStateException("There is no table " + table);
            }
            return tables.getString("TABLE_NAME");
        }
    }

    /** All but the key, which counts by itself. */
    private static List<String> columnsOf(Connection connection, String name) throws SQLException {
        List<String> columns = new ArrayList<>();
        try (ResultSet found = connection.getMetaData().getColumns(null, null, name.replace("_", "\\_"), null)) {
            while (found.next()) {
                if (!found.getString("COLUMN_NAME").equals("ID")) {
                    columns.add(found.getString("COLUMN_NAME"));
                }
            }
        }
        return columns;
    }
}
