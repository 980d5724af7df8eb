package org.intercomjira.embedded.jira.issue;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.issue.comments.CommentPermissionManager;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.user.ApplicationUser;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.intercomjira.embedded.jira.account.Accounts;
import org.intercomjira.embedded.jira.permission.Permissions;
import org.intercomjira.embedded.jira.project.ProjectRoles;
import org.intercomjira.embedded.jira.store.Sql;
import org.intercomjira.embedded.jira.store.Store;

/** Finds comments and says who may read them. Jira's CommentManager and CommentPermissionManager. */
public final class Comments implements CommentManager, CommentPermissionManager {
    private final Store store;
    private final Issues issues;
    private final Accounts accounts;
    private final ProjectRoles roles;
    private final Permissions permissions;
    private final String order;

    /** @param byCreated whether they are returned by the times of the writing nodes' clocks, and not by id */
    public Comments(Store store, Issues issues, Accounts accounts, ProjectRoles roles, Permissions permissions, boolean byCreated) {
        this.store = store;
        this.issues = issues;
        this.accounts = accounts;
        this.roles = roles;
        this.permissions = permissions;
        this.order = byCreated ? "c.created, c.id" : "c.id";
    }

    @Override
    public Comment getCommentById(Long id) {
        return id == null ? null : byId(id).orElse(null);
    }

    @Override
    public List<Comment> getComments(Issue issue) {
        return issues.byId(issue.getId()).map(found -> List.<Comment>copyOf(of(found))).orElse(List.of());
    }

    @Override
    public boolean hasBrowsePermission(ApplicationUser user, Comment comment) {
        return comment instanceof StoredComment stored && mayRead(user, stored);
    }

    /** The comment with this id, whoever may read it. */
    public Optional<StoredComment> byId(long id) {
        return store.first("select issueid from jiraaction where id = ?", row -> row.number("issueid"), id)
                .flatMap(issues::byId)
                .flatMap(issue -> store.first(StoredComment.SELECT + "c.id = ?", row -> StoredComment.read(row, issue), id));
    }

    /** All comments of an issue, oldest first. */
    public List<StoredComment> of(StoredIssue issue) {
        return store.list(StoredComment.SELECT + "c.issueid = ? order by " + order, row -> StoredComment.read(row, issue), issue.id());
    }

    /** The comments of an issue that this user may read, oldest first. */
    public List<StoredComment> of(StoredIssue issue, ApplicationUser reader) {
        return of(issue).stream().filter(comment -> meets(comment, issue, reader)).toList();
    }

    /** Whether the user may see the issue and meets the comment's restriction. */
    public boolean mayRead(ApplicationUser user, StoredComment comment) {
        return permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, comment.issue(), user) && meets(comment, comment.issue(), user);
    }

    static Optional<StoredComment> byId(Sql sql, StoredIssue issue, long id) throws SQLException {
        return sql.first(StoredComment.SELECT + "c.id = ? and c.issueid = ?", row -> StoredComment.read(row, issue), id, issue.id());
    }

    private boolean meets(Comment comment, Issue issue, ApplicationUser user) {
        if (comment.getGroupLevel() != null) {
            return accounts.isMember(user, comment.getGroupLevel());
        }
        return comment.getRoleLevelId() == null || roles.hasRole(user, comment.getRoleLevelId(), issue.getProjectObject().getId());
    }
}
