package org.intercomjira.embedded.jira.issue;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.intercomjira.embedded.jira.store.Row;
import org.intercomjira.embedded.jira.store.Sql;
import org.intercomjira.embedded.jira.store.Store;

/**
 * Records what Jira really committed, for tests. A row is written in the transaction of the change, under the lock of the issue's row: the ids of one
 * issue's rows are the true order, whatever the clocks of the nodes say. A real Jira has no such table, and nothing is offered of it to plugins.
 */
public final class CommitJournal {
    private static final int KILLED = 137;
    private static final String SELECT = "select j.*, p.pkey, i.issuenum from jira_commits j join jiraissue i on i.id = j.issueid join project p on p.id = i.project";

    private final Store store;
    private final String node;
    private final AtomicInteger commitsUntilDeath = new AtomicInteger();
    private volatile boolean onlySilentOnesCount;

    public CommitJournal(Store store, String node) {
        this.store = store;
        this.node = node;
    }

    /** What was done. The stored name is the enum's. */
    enum Kind { STATUS, ASSIGNEE, COMMENT, SECURITY, ARCHIVED }

    /**
     * One fact and what held for its issue once it was committed.
     *
     * @param record     the id of the change group or comment; null where Jira keeps neither
     * @param clock      what the node's own clock showed
     * @param security   the id of the issue's level, or null
     * @param restricted whether the comment is for a group or role, or internal
     * @param silent     whether it was done by a script without events, or in a bulk change without mail
     */
    public record Commit(long id, long issue, String key, String kind, Long record, String node, Instant clock, Long security, boolean restricted, boolean archived, boolean silent) {
        static Commit read(Row row) throws SQLException {
            return new Commit(row.number("id"), row.number("issueid"), row.text("pkey") + "-" + row.number("issuenum"), row.text("kind"), row.number("record_id"), row.text("node"),
                    row.time("clock"), row.number("security"), row.flag("restricted"), row.flag("archived"), row.flag("silent"));
        }
    }

    /** The commits behind that one, in order. */
    public List<Commit> after(long id, int limit) {
        return store.list(SELECT + " where j.id > ? order by j.id limit " + limit, Commit::read, id);
    }

    /**
     * Ends this JVM as {@code kill -9} does, right after so many more commits and before their events.
     *
     * @param onlySilent whether only those count that nobody was to be told of
     */
    public void dieAfter(int commits, boolean onlySilent) {
        onlySilentOnesCount = onlySilent;
        commitsUntilDeath.set(commits);
    }

    /** To be called between a commit and its events. */
    void committed(Manner manner) {
        boolean counts = manner.silent() || !onlySilentOnesCount;
        if (counts && commitsUntilDeath.get() > 0 && commitsUntilDeath.decrementAndGet() == 0) {
            Runtime.getRuntime().halt(KILLED);
        }
    }

    void record(Sql sql, Outcome outcome, NewComment comment, Manner manner, Instant now) throws SQLException {
        StoredIssue issue = outcome.issue();
        if (outcome.changes() != null) {
            for (Kind kind : List.of(Kind.STATUS, Kind.ASSIGNEE, Kind.SECURITY)) {
                if (outcome.changes().touches(Field.valueOf(kind.name()))) {
                    insert(sql, issue, kind, outcome.changes().id(), false, manner.silent(), now);
                }
            }
        }
        if (outcome.comment() != null) {
            boolean restricted = !comment.restriction().equals(Restriction.NONE) || comment.properties().values().stream().anyMatch(value -> value.replace(" ", "").contains("\"internal\":true"));
            insert(sql, issue, Kind.COMMENT, outcome.comment().id(), restricted, manner.silent(), now);
        }
    }

    /** A change of which Jira keeps no history: of a sub-task's level by that of its parent, of an archived issue. */
    void recordWithoutHistory(Sql sql, StoredIssue issue, Kind kind, Instant now) throws SQLException {
        insert(sql, issue, kind, null, false, true, now);
    }

    private void insert(Sql sql, StoredIssue issue, Kind kind, Long record, boolean restricted, boolean silent, Instant now) throws SQLException {
        sql.run("insert into jira_commits (issueid, kind, record_id, node, clock, security, restricted, archived, silent) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                issue.id(), kind.name(), record, node, now, issue.getSecurityLevelId(), restricted, issue.isArchived(), silent);
    }
}
