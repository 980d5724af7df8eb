package org.intercomjira.embedded.jira.issue;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.attachment.Attachment;
import com.atlassian.jira.issue.fields.renderer.IssueRenderContext;
import com.atlassian.jira.user.ApplicationUser;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.intercomjira.embedded.jira.account.Account;
import org.intercomjira.embedded.jira.project.StoredProject;
import org.intercomjira.embedded.jira.store.Row;

/**
 * An issue as its row was at the moment of reading: it does not follow later changes, as in Jira. Resolution, description, security level and people may be null.
 *
 * @param withdrawn archived by itself, whatever becomes of its project
 */
public record StoredIssue(Long id, StoredProject project, long number, Named type, StoredStatus status, Named priority, Named resolution, String summary,
                          String description, Account reporter, Account creator, Account assignee, Instant created, Instant updated, Instant resolved,
                          Named security, List<Attachment> attachments, boolean withdrawn) implements MutableIssue {
    /** The tables of an issue named i; conditions follow. */
    static final String TABLES = " from jiraissue i join project p on p.id = i.project left join issuetype t on t.id = i.issuetype left join issuestatus s on s.id = i.issuestatus"
            + " left join priority y on y.id = i.priority left join resolution x on x.id = i.resolution left join schemeissuesecuritylevels l on l.id = i.security"
            + " left join cwd_user reporter on reporter.user_key = i.reporter"
            + " left join cwd_user creator on creator.user_key = i.creator left join cwd_user assignee on assignee.user_key = i.assignee ";

    /** Everything about issues. */
    static final String SELECT = "select i.id, i.archived as issue_archived, i.issuenum, i.summary, i.description, i.created, i.updated, i.resolutiondate, t.id as type_id, t.pname as type_name,"
            + " s.id as status_id, s.pname as status_name, s.statuscategory, y.id as priority_id, y.pname as priority_name, x.id as resolution_id, x.pname as resolution_name, l.id as security_id, l.name as security_name,"
            + " (select string_agg(cast(f.id as varchar(20)) || ':' || f.filename, '/' order by f.id) from fileattachment f where f.issueid = i.id) as files, "
            + StoredProject.COLUMNS + ", " + Account.joined("reporter") + ", " + Account.joined("creator") + ", " + Account.joined("assignee")
            + TABLES;

    static StoredIssue read(Row row) throws SQLException {
        StoredStatus status = new StoredStatus(row.text("status_id"), row.text("status_name"), StoredStatus.Category.of(row.number("statuscategory")));
        return new StoredIssue(row.number("id"), StoredProject.read(row), row.number("issuenum"), Named.read(row, "type"), status, Named.read(row, "priority"),
                Named.read(row, "resolution"), row.text("summary"), row.text("description"), Account.readJoined(row, "reporter"), Account.readJoined(row, "creator"),
                Account.readJoined(row, "assignee"), row.time("created"), row.time("updated"), row.time("resolutiondate"),
                Named.read(row, "security"), files(row.text("files")), row.flag("issue_archived"));
    }

    /** Ids and names, separated by what no file name holds. */
    private static List<Attachment> files(String text) {
        return text == null ? List.of() : Stream.of(text.split("/")).map(file -> file.split(":", 2)).map(file -> new Attachment(Long.valueOf(file[0]), file[1])).toList();
    }

    /** The field's value as the change history would show it. */
    public Value value(Field field) {
        return switch (field) {
            case SUMMARY -> Value.text(summary);
            case DESCRIPTION -> Value.text(description);
            case ISSUE_TYPE -> Value.of(type);
            case PRIORITY -> Value.of(priority);
            case REPORTER -> person(reporter);
            case ASSIGNEE -> person(assignee);
            case RESOLUTION -> Value.of(resolution);
            case STATUS -> new Value(status.id(), status.name());
            case SECURITY -> Value.of(security);
        };
    }

    /** A person as the change history shows one: by key and display name; nobody for null. */
    public static Value person(Account account) {
        return account == null ? Value.NONE : new Value(account.key(), account.displayName());
    }

    @Override
    public Long getId() {
        return id;
    }

    @Override
    public String getKey() {
        return project.key() + "-" + number;
    }

    @Override
    public String getSummary() {
        return summary;
    }

    @Override
    public StoredProject getProjectObject() {
        return project;
    }

    @Override
    public StoredStatus getStatus() {
        return status;
    }

    @Override
    public Long getProjectId() {
        return project.id();
    }

    @Override
    public String getDescription() {
        return description;
    }

    @Override
    public String getStatusId() {
        return status.id();
    }

    @Override
    public ApplicationUser getAssignee() {
        return assignee;
    }

    public String getAssigneeId() {
        return assignee == null ? null : assignee.key();
    }

    @Override
    public ApplicationUser getReporter() {
        return reporter;
    }

    public ApplicationUser getCreator() {
        return creator;
    }

    @Override
    public Timestamp getCreated() {
        return Timestamp.from(created);
    }

    @Override
    public Timestamp getUpdated() {
        return Timestamp.from(updated);
    }

    @Override
    public Long getSecurityLevelId() {
        return security == null ? null : Long.valueOf(security.id());
    }

    @Override
    public Collection<Attachment> getAttachments() {
        return attachments;
    }

    @Override
    public IssueRenderContext getIssueRenderContext() {
        return new IssueRenderContext(this);
    }

    /** Sub-tasks that tests make are not shown as such to plugins; their inherited level is. */
    @Override
    public boolean isSubTask() {
        return false;
    }

    @Override
    public StoredIssue getParentObject() {
        return null;
    }

    @Override
    public boolean isArchived() {
        return withdrawn || project.archived();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Issue that && that.getId().equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return getKey();
    }
}
