package org.intercomjira.embedded.jira.store;

import java.sql.SQLException;
import java.util.List;

/** Deletes issues with everything that hangs on them. */
public final class IssueRows {
    private static final List<String> BY_ISSUE = List.of("delete from changeitem where groupid in (select id from changegroup where issueid in #)",
            "delete from changegroup where issueid in #",
            "delete from entity_property where entity_name = 'CommentProperty' and entity_id in (select id from jiraaction where issueid in #)",
            "delete from jiraaction where issueid in #", "delete from fileattachment where issueid in #", "delete from moved_issue_key where issue_id in #",
            "delete from property_value where issueid in #", "delete from entity_property where entity_name = 'IssueProperty' and entity_id in #",
            "delete from jiraissue where id in #");

    private IssueRows() {
    }

    /** {@code column} of the table of issues has this value in those that go. */
    public static void delete(Sql sql, String column, long value) throws SQLException {
        for (String statement : BY_ISSUE) {
            sql.run(statement.replace("#", "(select id from jiraissue where " + column + " = ?)"), value);
        }
    }
}
