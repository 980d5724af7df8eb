package org.intercomjira.embedded.jira.issue;

import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.intercomjira.embedded.jira.store.Sql;
import org.intercomjira.embedded.jira.store.Store;

/** Finds issues. Jira's IssueManager: asks for no permission. */
public final class Issues implements IssueManager {
    private static final Pattern KEY = Pattern.compile("([A-Z][A-Z0-9_]*)-([1-9][0-9]{0,17})");

    private final Store store;

    public Issues(Store store) {
        this.store = store;
    }

    @Override
    public MutableIssue getIssueObject(Long id) {
        return id == null ? null : byId(id).orElse(null);
    }

    /** Finds moved issues by their old keys too. */
    public MutableIssue getIssueObject(String key) {
        return key == null ? null : byIdOrKey(key).orElse(null);
    }

    @Override
    public MutableIssue getIssueByCurrentKey(String key) {
        return byKey(key).orElse(null);
    }

    public Optional<StoredIssue> byId(long id) {
        return store.read(sql -> byId(sql, id));
    }

    public Optional<StoredIssue> byKey(String key) {
        Matcher parts = KEY.matcher(key == null ? "" : key);
        return !parts.matches() ? Optional.empty()
                : store.first(StoredIssue.SELECT + "where p.pkey = ? and i.issuenum = ?", StoredIssue::read, parts.group(1), Long.parseLong(parts.group(2)));
    }

    /** As REST paths name issues: by id, or by key in any case, also by a key that the issue had before it was moved. */
    public Optional<StoredIssue> byIdOrKey(String idOrKey) {
        if (idOrKey.matches("[0-9]{1,18}")) {
            return byId(Long.parseLong(idOrKey));
        }
        String key = idOrKey.toUpperCase(Locale.ROOT);
        return byKey(key).or(() -> store.first("select issue_id from moved_issue_key where old_issue_key = ?", row -> row.number("issue_id"), key).flatMap(this::byId));
    }

    /** Issues that fit a condition on the tables of {@link StoredIssue}, one page of them. */
    public List<StoredIssue> page(String condition, List<Object> parameters, String order, int start, int size) {
        return store.list(StoredIssue.SELECT + "where " + condition + " order by " + order + " limit " + size + " offset " + start, StoredIssue::read, parameters.toArray());
    }

    /** How many issues fit the condition. */
    public long count(String condition, List<Object> parameters) {
        return store.first("select count(*) as n" + StoredIssue.TABLES + "where " + condition, row -> row.number("n"), parameters.toArray()).orElseThrow();
    }

    static Optional<StoredIssue> byId(Sql sql, long id) throws SQLException {
        return sql.first(StoredIssue.SELECT + "where i.id = ?", StoredIssue::read, id);
    }

    /** Reads the issue and keeps others from changing it until the transaction ends. */
    static StoredIssue locked(Sql sql, long id) throws SQLException {
        sql.list("select id from jiraissue where id = ? for update", row -> true, id);
        return byId(sql, id).orElseThrow(() -> new NoSuchIssue(id));
    }

    /** The issue went away while somebody worked on it. */
    public static final class NoSuchIssue extends RuntimeException {
        NoSuchIssue(long id) {
            super("There is no issue with the id " + id);
        }
    }
}
