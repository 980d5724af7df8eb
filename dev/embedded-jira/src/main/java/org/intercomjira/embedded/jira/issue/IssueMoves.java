package org.intercomjira.embedded.jira.issue;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.jira.event.IssueEvents;
import org.intercomjira.embedded.jira.project.Projects;
import org.intercomjira.embedded.jira.property.Properties;
import org.intercomjira.embedded.jira.store.Sql;
import org.intercomjira.embedded.jira.store.Store;

/** Moves issues to other projects and clones them. Asks for no permission. */
public final class IssueMoves {
    private static final List<Field> CLONED = List.of(Field.DESCRIPTION, Field.ISSUE_TYPE, Field.PRIORITY, Field.ASSIGNEE, Field.SECURITY);

    private final Store store;
    private final Projects projects;
    private final History history;
    private final IssueOperations operations;
    private final Announcements announcements;
    private final Clock clock;

    public IssueMoves(Store store, Projects projects, History history, IssueOperations operations, IssueEvents events, Clock clock) {
        this.store = store;
        this.projects = projects;
        this.history = history;
        this.operations = operations;
        this.announcements = new Announcements(events);
        this.clock = clock;
    }

    /** The id, comments, properties and history stay; the key is new and the old one leads to it. The security level belongs to the old project and is dropped. */
    public StoredIssue move(long issue, Project target, ApplicationUser user) {
        return move(issue, target, user, Manner.ALONE);
    }

    /** The same in a certain manner. */
    public StoredIssue move(long issue, Project target, ApplicationUser user, Manner manner) {
        Outcome outcome = store.change(sql -> {
            StoredIssue before = Issues.locked(sql, issue);
            return before.project().equals(target) ? new Outcome(before, null, null) : move(sql, before, target, user);
        });
        if (!outcome.isNothing()) {
            announcements.moved(outcome, user, manner);
        }
        return outcome.issue();
    }

    /** The clone with the summary that Jira proposes. */
    public StoredIssue copy(StoredIssue issue, ApplicationUser user) {
        String summary = "CLONE - " + issue.summary();
        return copy(issue, summary.substring(0, Math.min(summary.length(), 255)), user);
    }

    /**
     * A new issue in the same project, without comments, attachments and history. Whether Jira copies the properties is nowhere written; here they are
     * copied, because an app that can live with that can live without.
     */
    public StoredIssue copy(StoredIssue issue, String summary, ApplicationUser user) {
        Map<Field, Value> values = new EnumMap<>(Field.class);
        CLONED.forEach(field -> values.put(field, issue.value(field)));
        values.put(Field.SUMMARY, Value.text(summary));
        StoredIssue copy = store.change(sql -> {
            StoredIssue created = operations.create(sql, issue.project().id(), values, user);
            Properties.copy(sql, Properties.OF_ISSUES, issue.id(), created.id(), now());
            return created;
        });
        announcements.created(copy, user);
        return copy;
    }

    private Outcome move(Sql sql, StoredIssue before, Project target, ApplicationUser user) throws SQLException {
        Instant now = now();
        long number = projects.nextIssueNumber(sql, target.getId());
        sql.run("update jiraissue set project = ?, issuenum = ?, security = null, updated = ? where id = ?", target.getId(), number, now, before.id());
        sql.run("delete from moved_issue_key where old_issue_key = ?", before.getKey());
        sql.run("insert into moved_issue_key (old_issue_key, issue_id) values (?, ?)", before.getKey(), before.id());
        StoredIssue after = Issues.byId(sql, before.id()).orElseThrow();
        List<ChangeItem> items = List.of(new ChangeItem("project", projectOf(before), projectOf(after)),
                new ChangeItem("Key", Value.text(before.getKey()), Value.text(after.getKey())));
        return new Outcome(after, history.record(sql, before.id(), user, items, now), null);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static Value projectOf(StoredIssue issue) {
        return new Value(issue.project().id().toString(), issue.project().name());
    }
}
