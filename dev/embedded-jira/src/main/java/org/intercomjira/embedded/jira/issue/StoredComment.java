package org.intercomjira.embedded.jira.issue;

import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.user.ApplicationUser;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Date;
import org.intercomjira.embedded.jira.account.Account;
import org.intercomjira.embedded.jira.store.Row;

/** A comment as its row was at the moment of reading. The authors may be null. */
public record StoredComment(Long id, StoredIssue issue, Account author, String body, Restriction restriction, Instant created, Account updateAuthor, Instant updated)
        implements Comment {
    static final String SELECT = "select c.id, c.issueid, c.actionbody, c.actionlevel, c.rolelevel, c.created, c.updated, " + Account.joined("author") + ", " + Account.joined("editor")
            + " from jiraaction c left join cwd_user author on author.user_key = c.author left join cwd_user editor on editor.user_key = c.updateauthor where c.actiontype = 'comment' and ";

    static StoredComment read(Row row, StoredIssue issue) throws SQLException {
        return new StoredComment(row.number("id"), issue, Account.readJoined(row, "author"), row.text("actionbody"),
                new Restriction(row.text("actionlevel"), row.number("rolelevel")), row.time("created"), Account.readJoined(row, "editor"), row.time("updated"));
    }

    @Override
    public Long getId() {
        return id;
    }

    @Override
    public String getBody() {
        return body;
    }

    @Override
    public String getGroupLevel() {
        return restriction.group();
    }

    @Override
    public Long getRoleLevelId() {
        return restriction.role();
    }

    @Override
    public StoredIssue getIssue() {
        return issue;
    }

    @Override
    public ApplicationUser getAuthorApplicationUser() {
        return author;
    }

    public ApplicationUser getUpdateAuthorApplicationUser() {
        return updateAuthor;
    }

    @Override
    public Date getCreated() {
        return Date.from(created);
    }

    @Override
    public Date getUpdated() {
        return Date.from(updated);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Comment that && that.getId().equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }
}
