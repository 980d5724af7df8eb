package org.intercomjira.embedded.jira.issue;

import com.atlassian.jira.user.ApplicationUser;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.jira.event.IssueEvents;
import org.intercomjira.embedded.jira.store.Store;

/** Writes, changes and deletes comments: one transaction each, then the events. Asks for no permission. */
public final class CommentOperations {
    private final Store store;
    private final History history;
    private final CommitJournal commits;
    private final Changes changes;
    private final Announcements announcements;
    private final Clock clock;

    public CommentOperations(Store store, History history, CommitJournal commits, IssueEvents events, Clock clock) {
        this.store = store;
        this.history = history;
        this.commits = commits;
        this.changes = new Changes(history, commits);
        this.announcements = new Announcements(events);
        this.clock = clock;
    }

    public StoredComment add(long issue, NewComment comment, ApplicationUser user) {
        Outcome outcome = store.change(sql -> changes.apply(sql, Issues.locked(sql, issue), Map.of(), comment, user, Manner.ALONE, now()));
        commits.committed(Manner.ALONE);
        announcements.commented(outcome.comment(), user);
        return outcome.comment();
    }

    /** Replaces text and restriction. */
    public StoredComment edit(StoredComment before, NewComment wanted, ApplicationUser user) {
        StoredComment after = store.change(sql -> {
            Instant now = now();
            StoredIssue issue = Issues.locked(sql, before.issue().id());
            sql.run("update jiraaction set actionbody = ?, actionlevel = ?, rolelevel = ?, updateauthor = ?, updated = ? where id = ?",
                    wanted.body(), wanted.restriction().group(), wanted.restriction().role(), user.getKey(), now, before.id());
            Changes.writeProperties(sql, before.id(), wanted, now);
            changes.touch(sql, issue.id(), now);
            return Comments.byId(sql, issue, before.id()).orElseThrow(() -> new Issues.NoSuchIssue(issue.id()));
        });
        announcements.commentEdited(before, after, user);
        return after;
    }

    /** Deletes the comment; its text stays in the history. */
    public void delete(StoredComment comment, ApplicationUser user) {
        Outcome outcome = store.change(sql -> {
            Instant now = now();
            StoredIssue issue = Issues.locked(sql, comment.issue().id());
            sql.run("delete from jiraaction where id = ?", comment.id());
            sql.run("delete from entity_property where entity_name = 'CommentProperty' and entity_id = ?", comment.id());
            ChangeItem item = new ChangeItem("Comment", new Value(comment.id().toString(), comment.body()), Value.NONE);
            ChangeGroup group = history.record(sql, issue.id(), user, List.of(item), now);
            changes.touch(sql, issue.id(), now);
            return new Outcome(Issues.byId(sql, issue.id()).orElseThrow(), group, null);
        });
        announcements.commentDeleted(outcome, user);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
