package org.intercomjira.embedded.jira.issue;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.intercomjira.embedded.jira.event.IssueEvents;
import org.intercomjira.embedded.jira.project.Projects;
import org.intercomjira.embedded.jira.store.IssueRows;
import org.intercomjira.embedded.jira.store.Sql;
import org.intercomjira.embedded.jira.store.Store;

/** Creates, changes and deletes issues: one transaction each, then the events. Asks for no permission; users may be null for anonymous. */
public final class IssueOperations {
    private final Store store;
    private final Projects projects;
    private final Constants constants;
    private final Changes changes;
    private final Announcements announcements;
    private final CommitJournal commits;
    private final PostFunctions functions;
    private final Clock clock;

    public IssueOperations(Store store, Projects projects, Constants constants, History history, IssueEvents events, CommitJournal commits, PostFunctions functions, Clock clock) {
        this.functions = functions;
        this.store = store;
        this.projects = projects;
        this.constants = constants;
        this.commits = commits;
        this.changes = new Changes(history, commits);
        this.announcements = new Announcements(events);
        this.clock = clock;
    }

    /** Creates an issue in the first status. Summary and issue type must be among the values; the priority is Medium and the reporter the user unless they say otherwise. */
    public StoredIssue create(Project project, Map<Field, Value> values, ApplicationUser user) {
        StoredIssue issue = store.change(sql -> create(sql, project.getId(), values, user));
        announcements.created(issue, user);
        return issue;
    }

    /** Creates a sub-task, which has the security level of its parent and none of its own. */
    public StoredIssue createSubTask(StoredIssue parent, Map<Field, Value> values, ApplicationUser user) {
        StoredIssue issue = store.change(sql -> {
            Map<Field, Value> inherited = new LinkedHashMap<>(values);
            inherited.put(Field.SECURITY, Issues.locked(sql, parent.id()).value(Field.SECURITY));
            StoredIssue created = create(sql, parent.project().id(), inherited, user);
            sql.run("update jiraissue set parent = ? where id = ?", parent.id(), created.id());
            return created;
        });
        announcements.created(issue, user);
        return issue;
    }

    /** Creates an issue without events, in the transaction of the caller. */
    public StoredIssue create(Sql sql, long project, Map<Field, Value> values, ApplicationUser user) throws SQLException {
        String creator = user == null ? null : user.getKey();
        Instant now = now();
        long id = sql.insert("insert into jiraissue (project, issuenum, issuetype, issuestatus, priority, summary, description, reporter, creator, assignee, security, created, updated)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                project, projects.nextIssueNumber(sql, project), stored(values, Field.ISSUE_TYPE, null), Workflow.TO_DO, stored(values, Field.PRIORITY, "3"),
                stored(values, Field.SUMMARY, null), stored(values, Field.DESCRIPTION, null), stored(values, Field.REPORTER, creator), creator,
                stored(values, Field.ASSIGNEE, null), stored(values, Field.SECURITY, null), now, now);
        return Issues.byId(sql, id).orElseThrow();
    }

    /** Writes the values that differ and the comment, which may be null. */
    public StoredIssue edit(long issue, Map<Field, Value> values, NewComment comment, ApplicationUser user) {
        return edit(issue, values, comment, user, Manner.ALONE);
    }

    /** The same in a certain manner. */
    public StoredIssue edit(long issue, Map<Field, Value> values, NewComment comment, ApplicationUser user, Manner manner) {
        Outcome outcome = store.change(sql -> changes.apply(sql, Issues.locked(sql, issue), values, comment, user, manner, now()));
        commits.committed(manner);
        if (manner.dispatched()) {
            announcements.edited(outcome, user, manner);
        }
        return outcome.issue();
    }

    /** Moves the issue along; a done issue gets the resolution Done unless the values name another, and loses it when it is taken up again. */
    public StoredIssue transition(long issue, Workflow.Transition transition, Map<Field, Value> values, NewComment comment, ApplicationUser user) {
        return transition(issue, transition, values, comment, user, Manner.ALONE);
    }

    /** The same in a certain manner. The plugins' post functions run after the commit and before the event. */
    public StoredIssue transition(long issue, Workflow.Transition transition, Map<Field, Value> values, NewComment comment, ApplicationUser user, Manner manner) {
        StoredStatus target = constants.status(transition.target()).orElseThrow();
        AtomicReference<StoredIssue> before = new AtomicReference<>();
        Outcome outcome = store.change(sql -> {
            before.set(Issues.locked(sql, issue));
            return changes.apply(sql, before.get(), withStatus(before.get(), target, values), comment, user, manner, now());
        });
        commits.committed(manner);
        functions.run(transition, before.get(), outcome, user);
        announcements.transitioned(outcome, transition.eventType(), user, manner);
        return outcome.issue();
    }

    /** Deletes the issue with its comments, history and properties. */
    public void delete(long issue, ApplicationUser user) {
        delete(issue, user, Manner.ALONE);
    }

    /** An archived issue can only be looked at, and no search finds it. No event is known of. */
    public void setArchived(long issue, boolean archived) {
        store.change(sql -> {
            Issues.locked(sql, issue);
            sql.run("update jiraissue set archived = ? where id = ?", archived, issue);
            commits.recordWithoutHistory(sql, Issues.byId(sql, issue).orElseThrow(), CommitJournal.Kind.ARCHIVED, now());
            return null;
        });
    }

    /** Deletes it in a certain manner. */
    public void delete(long issue, ApplicationUser user, Manner manner) {
        StoredIssue gone = store.change(sql -> {
            StoredIssue before = Issues.locked(sql, issue);
            IssueRows.delete(sql, "id", issue);
            return before;
        });
        announcements.deleted(gone, user, manner);
    }

    private static Map<Field, Value> withStatus(StoredIssue before, StoredStatus target, Map<Field, Value> values) {
        Map<Field, Value> wanted = new LinkedHashMap<>(values);
        boolean done = target.category() == StoredStatus.Category.DONE;
        if (!done) {
            wanted.put(Field.RESOLUTION, Value.NONE);
        } else if (before.resolution() == null) {
            wanted.putIfAbsent(Field.RESOLUTION, new Value("10000", "Done"));
        }
        wanted.put(Field.STATUS, new Value(target.id(), target.name()));
        return wanted;
    }

    private static Object stored(Map<Field, Value> values, Field field, String otherwise) {
        Value value = values.get(field);
        return value == null ? otherwise : field.stored(value);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
