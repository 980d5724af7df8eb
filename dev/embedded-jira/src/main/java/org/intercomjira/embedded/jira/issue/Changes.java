package org.intercomjira.embedded.jira.issue;

import com.atlassian.jira.user.ApplicationUser;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.jira.property.Properties;
import org.intercomjira.embedded.jira.store.Sql;

/** Writes new field values and comments to an issue, with the history they leave, in the transaction of the caller. */
final class Changes {
    private final History history;
    private final CommitJournal commits;

    Changes(History history, CommitJournal commits) {
        this.history = history;
        this.commits = commits;
    }

    /** Writes what differs; touches nothing when nothing does and there is no comment. {@code comment} may be null. */
    Outcome apply(Sql sql, StoredIssue before, Map<Field, Value> wanted, NewComment comment, ApplicationUser user, Manner manner, Instant now) throws SQLException {
        List<ChangeItem> items = wanted.entrySet().stream().filter(entry -> !before.value(entry.getKey()).equals(entry.getValue()))
                .map(entry -> new ChangeItem(entry.getKey().fieldName(), before.value(entry.getKey()), entry.getValue())).toList();
        if (items.isEmpty() && comment == null) {
            return new Outcome(before, null, null);
        }
        ChangeGroup group = items.isEmpty() ? null : history.record(sql, before.id(), user, items, now);
        Long commentId = comment == null ? null : insert(sql, before.id(), comment, user, now);
        update(sql, before.id(), items, wanted, now);
        StoredIssue after = Issues.byId(sql, before.id()).orElseThrow();
        Outcome outcome = new Outcome(after, group, commentId == null ? null : Comments.byId(sql, after, commentId).orElseThrow());
        commits.record(sql, outcome, comment, manner, now);
        if (outcome.changes() != null && outcome.changes().touches(Field.SECURITY)) {
            handDownSecurity(sql, after, now);
        }
        return outcome;
    }

    /** A sub-task has its parent's level. It gets the new one without a history of its own, an event, or a new time of update. */
    private void handDownSecurity(Sql sql, StoredIssue parent, Instant now) throws SQLException {
        sql.run("update jiraissue set security = ? where parent = ?", parent.getSecurityLevelId(), parent.id());
        for (long subTask : sql.list("select id from jiraissue where parent = ?", row -> row.number("id"), parent.id())) {
            commits.recordWithoutHistory(sql, Issues.byId(sql, subTask).orElseThrow(), CommitJournal.Kind.SECURITY, now);
        }
    }

    /** Writes nothing but that the issue was changed now. */
    void touch(Sql sql, long issue, Instant now) throws SQLException {
        update(sql, issue, List.of(), Map.of(), now);
    }

    private long insert(Sql sql, long issue, NewComment comment, ApplicationUser user, Instant now) throws SQLException {
        String author = user == null ? null : user.getKey();
        long id = history.ids().insert(sql, "jiraaction", "issueid, author, actiontype, actionlevel, rolelevel, actionbody, created, updateauthor, updated",
                issue, author, "comment", comment.restriction().group(), comment.restriction().role(), comment.body(), now, author, now);
        writeProperties(sql, id, comment, now);
        return id;
    }

    static void writeProperties(Sql sql, long comment, NewComment written, Instant now) throws SQLException {
        for (Map.Entry<String, String> property : written.properties().entrySet()) {
            Properties.write(sql, Properties.OF_COMMENTS, comment, property.getKey(), property.getValue(), now);
        }
    }

    private static void update(Sql sql, long issue, List<ChangeItem> items, Map<Field, Value> wanted, Instant now) throws SQLException {
        StringBuilder assignments = new StringBuilder("updated = ?");
        List<Object> parameters = new ArrayList<>(List.of(now));
        for (ChangeItem item : items) {
            Field field = Field.named(item.field()).orElseThrow();
            assignments.append(", ").append(field.column()).append(" = ?");
            parameters.add(field.stored(wanted.get(field)));
            if (field == Field.RESOLUTION) {
                assignments.append(", resolutiondate = ?");
                parameters.add(wanted.get(field).id() == null ? null : now);
            }
        }
        parameters.add(issue);
        sql.run("update jiraissue set " + assignments + " where id = ?", parameters.toArray());
    }
}
