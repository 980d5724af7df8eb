package org.intercomjira.embedded.jira.issue;

import java.sql.SQLException;
import org.intercomjira.embedded.jira.store.Row;

/** A constant of Jira that has nothing but an id and a name: an issue type, a priority, a resolution. */
public record Named(String id, String name) {
    /** Reads the columns {@code prefix_id} and {@code prefix_name}; null when the row has none. */
    static Named read(Row row, String prefix) throws SQLException {
        String id = row.text(prefix + "_id");
        return id == null ? null : new Named(id, row.text(prefix + "_name"));
    }
}
