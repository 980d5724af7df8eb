package org.intercomjira.embedded.jira.issue;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.user.ApplicationUser;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.jira.account.Accounts;
import org.intercomjira.embedded.jira.store.Row;
import org.intercomjira.embedded.jira.store.Sql;
import org.intercomjira.embedded.jira.store.Store;

/** The change history of issues. Jira's ChangeHistoryManager. */
public final class History implements ChangeHistoryManager {
    private final Store store;
    private final Accounts accounts;
    private final HistoryIds ids;
    private final String order;

    /** @param byCreated whether it is returned by the times of the writing nodes' clocks, and not by id */
    public History(Store store, Accounts accounts, HistoryIds ids, boolean byCreated) {
        this.store = store;
        this.accounts = accounts;
        this.ids = ids;
        this.order = byCreated ? "g.created, g.id" : "g.id";
    }

    @Override
    public List<ChangeHistory> getChangeHistories(Issue issue) {
        return of(issue.getId()).stream().map(this::history).toList();
    }

    private ChangeHistory history(ChangeGroup group) {
        List<ChangeItemBean> items = group.items().stream()
                .map(item -> new ChangeItemBean("jira", item.field(), item.from().id(), item.from().text(), item.to().id(), item.to().text())).toList();
        return new ChangeHistory(group.id(), Timestamp.from(group.created()), accounts.getUserByKey(group.author()), items);
    }

    /** The change groups of an issue, oldest first as far as the clocks of the nodes or the ids say it. */
    public List<ChangeGroup> of(long issue) {
        Map<Long, ChangeGroup> groups = new LinkedHashMap<>();
        store.list("select g.id, g.issueid, g.author, g.created, c.field, c.oldvalue, c.oldstring, c.newvalue, c.newstring from changegroup g"
                + " join changeitem c on c.groupid = g.id where g.issueid = ? order by " + order + ", c.id", row -> collect(row, groups), issue);
        return List.copyOf(groups.values());
    }

    ChangeGroup record(Sql sql, long issue, ApplicationUser author, List<ChangeItem> items, Instant now) throws SQLException {
        String key = author == null ? null : author.getKey();
        long id = ids.insert(sql, "changegroup", "issueid, author, created", issue, key, now);
        for (ChangeItem item : items) {
            sql.run("insert into changeitem (groupid, fieldtype, field, oldvalue, oldstring, newvalue, newstring) values (?, 'jira', ?, ?, ?, ?, ?)",
                    id, item.field(), item.from().id(), item.from().text(), item.to().id(), item.to().text());
        }
        return new ChangeGroup(id, issue, key, now, items);
    }

    HistoryIds ids() {
        return ids;
    }

    private static ChangeGroup collect(Row row, Map<Long, ChangeGroup> groups) throws SQLException {
        Long id = row.number("id");
        if (!groups.containsKey(id)) {
            groups.put(id, new ChangeGroup(id, row.number("issueid"), row.text("author"), row.time("created"), new ArrayList<>()));
        }
        ChangeGroup group = groups.get(id);
        group.items().add(new ChangeItem(row.text("field"), new Value(row.text("oldvalue"), row.text("oldstring")), new Value(row.text("newvalue"), row.text("newstring"))));
        return group;
    }
}
