package org.intercomjira.embedded.jira.issue;

import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.intercomjira.embedded.jira.store.Row;
import org.intercomjira.embedded.jira.store.Store;

/** Issue types, statuses, priorities and resolutions, in their order. */
public final class Constants {
    private final Store store;

    public Constants(Store store) {
        this.store = store;
    }

    public List<Named> issueTypes() {
        return named("issuetype");
    }

    public List<Named> priorities() {
        return named("priority");
    }

    public List<Named> resolutions() {
        return named("resolution");
    }

    public List<StoredStatus> statuses() {
        return store.list("select id, pname, statuscategory from issuestatus order by sequence_nr", Constants::status);
    }

    public Optional<StoredStatus> status(String id) {
        return store.first("select id, pname, statuscategory from issuestatus where id = ?", Constants::status, id);
    }

    private List<Named> named(String table) {
        return store.list("select id, pname from " + table + " order by sequence_nr", row -> new Named(row.text("id"), row.text("pname")));
    }

    private static StoredStatus status(Row row) throws SQLException {
        return new StoredStatus(row.text("id"), row.text("pname"), StoredStatus.Category.of(row.number("statuscategory")));
    }
}
