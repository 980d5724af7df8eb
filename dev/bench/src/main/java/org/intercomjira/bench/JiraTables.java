package org.intercomjira.bench;

import com.atlassian.jira.entity.property.EntityProperty;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** The tables in which Jira looks when it is asked for an issue, its comments or a project property: each question costs a query. */
final class JiraTables {
    private static final String PROJECT_PROPERTY = "ProjectProperty";

    private final DataSource jira;

    JiraTables(DataSource jira) {
        this.jira = jira;
        execute("create table jiraissue (id bigint primary key, updated timestamp)");
        execute("create table jiraaction (id bigint primary key, issueid bigint, actionbody varchar(2000))");
        execute("create index action_issue on jiraaction (issueid)");
        execute("create table entity_property (id bigint primary key, entity_name varchar(255), entity_id bigint, property_key varchar(255),"
                + " json_value varchar(32768))");
        execute("create index entityproperty_id_name_key on entity_property (entity_id, entity_name, property_key)");
    }

    private void execute(String sql) {
        try (Connection connection = jira.getConnection(); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface Reading<T> {
        T of(ResultSet rows) throws SQLException;
    }

    private <T> T read(String sql, Reading<T> reading, Object... values) {
        try (Connection connection = jira.getConnection(); PreparedStatement query = connection.prepareStatement(sql)) {
            for (int index = 0; index < values.length; index++) {
                query.setObject(index + 1, values[index]);
            }
            return reading.of(query.executeQuery());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** When the issue was last changed; empty for an issue without a row, for which the query costs as much. */
    Optional<Instant> updated(long issue) {
        return read("select id, updated from jiraissue where id = ?", rows -> rows.next() ? Optional.of(rows.getTimestamp(2).toInstant()) : Optional.empty(), issue);
    }

    /** Issues in a row that were changed at this time. PostgreSQL only. */
    void addIssues(long first, int count, Instant updated) {
        execute("insert into jiraissue (id, updated) select " + first + " + n, timestamp '" + Timestamp.from(updated) + "' from generate_series(0, " + (count - 1) + ") n");
        execute("vacuum analyze jiraissue");
    }

    void touch(long issue, Instant at) {
        execute("update jiraissue set updated = '" + Timestamp.from(at) + "' where id = " + issue);
    }

    int comments(long issue) {
        return read("select count(*) from jiraaction where issueid = ?", rows -> rows.next() ? rows.getInt(1) : 0, issue);
    }

    void putProjectProperty(long project, String key, String json) {
        execute("delete from entity_property where entity_id = " + project);
        execute("insert into entity_property values (1, '" + PROJECT_PROPERTY + "', " + project + ", '" + key + "', '" + json + "')");
    }

    void removeProjectProperty(long project) {
        execute("delete from entity_property where entity_id = " + project);
    }

    /** Null when there is none, as Jira answers. */
    EntityProperty property(String entity, Long id, String key) {
        return read("select id, json_value from entity_property where entity_name = ? and entity_id = ? and property_key = ?", rows -> {
            String json = rows.next() ? rows.getString(2) : null;
            return json == null ? null : () -> json;
        }, entity, id, key);
    }
}
