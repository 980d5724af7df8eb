package org.intercomjira.bench;

import com.atlassian.jira.event.issue.DelegatingJiraIssueEvent;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.issue.IssueEventBundle;
import com.atlassian.jira.event.issue.JiraIssueEvent;
import com.atlassian.jira.event.operation.SpanningOperation;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.user.ApplicationUser;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.ofbiz.core.entity.GenericValue;

/** Events of changed issues. As in Jira the items of a change cost a query, so they are in a table. */
final class Transitions {
    private static final int CHANGES = 1_000;
    private static final long TRANSITIONED = 13;
    private static final long UPDATED = 2;
    /** The row of a change of the summary; those before it are of the status. */
    private static final long RENAMED = CHANGES;

    private final Site site;
    private long lastChange = 20_000;

    Transitions(Site site) {
        this.site = site;
        try (Connection connection = site.jiraSource().getConnection(); Statement statement = connection.createStatement()) {
            statement.execute("create table changeitem (id integer primary key, groupid integer not null, fieldtype varchar(255), field varchar(255),"
                    + " oldvalue varchar(2000), oldstring varchar(2000), newvalue varchar(2000), newstring varchar(2000))");
            statement.execute("create index chgitem_group on changeitem (groupid)");
            for (int change = 0; change < CHANGES; change++) {
                statement.execute("insert into changeitem values (" + change + ", " + change + ", 'jira', 'status', '1', 'To Do', '3', 'In Progress')");
            }
            statement.execute("insert into changeitem values (" + RENAMED + ", " + RENAMED + ", 'jira', 'summary', null, 'Total', null, 'Total is wrong')");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Jira's event that somebody has moved the issue. */
    IssueEventBundle of(MutableIssue issue) {
        lastChange++;
        return bundle(issue, new ChangeGroup(lastChange, lastChange % CHANGES, site.jiraSource()), TRANSITIONED);
    }

    /** The same as one of many in a bulk operation whose user chose to send no mail. */
    IssueEventBundle silently(MutableIssue issue) {
        lastChange++;
        return bundle(issue, new ChangeGroup(lastChange, lastChange % CHANGES, site.jiraSource()), TRANSITIONED, new SpanningOperation("BULK", "1"));
    }

    /** Jira's event that somebody has given the issue another summary. */
    IssueEventBundle renaming(MutableIssue issue) {
        return bundle(issue, new ChangeGroup(++lastChange, RENAMED, site.jiraSource()), UPDATED);
    }

    private IssueEventBundle bundle(MutableIssue issue, ChangeGroup change, long type) {
        return bundle(issue, change, type, null);
    }

    private IssueEventBundle bundle(MutableIssue issue, ChangeGroup change, long type, SpanningOperation bulk) {
        Instant now = Instant.now();
        site.jira().happened(issue.getId(), () -> change.history(site.jira().user(), now));
        IssueEvent event = new IssueEvent(issue, site.jira().user(), null, change, Map.of(), type, bulk == null, bulk);
        return new Bundle(List.of(new Bundled(event)));
    }

    private record Bundle(Collection<JiraIssueEvent> getEvents) implements IssueEventBundle {
    }

    private record Bundled(IssueEvent asIssueEvent) implements DelegatingJiraIssueEvent {
    }

    /** Reads its items when it is asked for them. */
    private static final class ChangeGroup extends GenericValue {
        private final long id;
        private final long row;
        private final DataSource jira;

        ChangeGroup(long id, long row, DataSource jira) {
            super(Map.of("id", id), Map.of());
            this.id = id;
            this.row = row;
            this.jira = jira;
        }

        /** The same in the issue's history. */
        ChangeHistory history(ApplicationUser author, Instant at) {
            List<ChangeItemBean> items = getRelated("ChildChangeItem").stream().map(item -> new ChangeItemBean(item.getString("fieldtype"), item.getString("field"),
                    item.getString("oldvalue"), item.getString("oldstring"), item.getString("newvalue"), item.getString("newstring"))).toList();
            return new ChangeHistory(id, Timestamp.from(at), author, items);
        }

        @Override
        public List<GenericValue> getRelated(String relation) {
            try (Connection connection = jira.getConnection();
                    PreparedStatement query = connection.prepareStatement("select id, groupid, fieldtype, field, oldvalue, oldstring, newvalue, newstring"
                            + " from changeitem where groupid = ?")) {
                query.setLong(1, row);
                ResultSet found = query.executeQuery();
                List<GenericValue> items = new ArrayList<>();
                while (found.next()) {
                    items.add(item(found));
                }
                return items;
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        private static GenericValue item(ResultSet row) throws SQLException {
            Map<String, Object> columns = new HashMap<>();
            for (String column : new String[] {"fieldtype", "field", "oldvalue", "oldstring", "newvalue", "newstring"}) {
                columns.put(column, row.getString(column));
            }
            return new GenericValue(columns, Map.of());
        }
    }
}
