package org.intercomjira.embedded.jira.rest;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import org.intercomjira.embedded.jira.Domain;
import org.intercomjira.embedded.jira.issue.StoredComment;
import org.intercomjira.embedded.jira.issue.StoredIssue;
import org.intercomjira.embedded.jira.property.Properties;

/** Comments: below their issue, where Jira has them, and by their own id alone. */
final class CommentResource {
    private final Domain jira;
    private final Guard guard;
    private final IssueShapes shapes;
    private final CommentReader reader;

    CommentResource(Domain jira, Guard guard, IssueShapes shapes) {
        this.jira = jira;
        this.guard = guard;
        this.shapes = shapes;
        this.reader = new CommentReader(jira);
    }

    void addTo(Router router) {
        router.on("GET", "/issue/{issue}/comment", call -> Answer.ok(shapes.comments(guard.visibleIssue(call), call.user()))).on("POST", "/issue/{issue}/comment", this::add);
        for (String path : new String[] {"/issue/{issue}/comment/{comment}", "/comment/{comment}"}) {
            router.on("GET", path, call -> Answer.ok(shapes.comment(comment(call)))).on("PUT", path, this::edit).on("DELETE", path, this::delete);
        }
    }

    /** Who may read a comment may read its properties, who may edit it may write them. */
    PropertyResource properties(Shapes urls) {
        return new PropertyResource(jira.properties(), urls, Properties.OF_COMMENTS, call -> comment(call).id(), call -> editable(call).id());
    }

    private Answer add(Call call) {
        StoredIssue issue = guard.visibleIssue(call);
        guard.require(call, ProjectPermissions.ADD_COMMENTS, issue, "You do not have the permission to comment on this issue.");
        return Answer.created(shapes.comment(jira.commentOperations().add(issue.id(), reader.read(call.body(), call, issue), call.user())));
    }

    private Answer edit(Call call) {
        StoredComment comment = editable(call);
        return Answer.ok(shapes.comment(jira.commentOperations().edit(comment, reader.read(call.body(), call, comment.issue()), call.user())));
    }

    private StoredComment editable(Call call) {
        StoredComment comment = comment(call);
        requireOwnOrAll(call, comment, ProjectPermissions.EDIT_OWN_COMMENTS, ProjectPermissions.EDIT_ALL_COMMENTS, "edit");
        return comment;
    }

    private Answer delete(Call call) {
        StoredComment comment = comment(call);
        requireOwnOrAll(call, comment, ProjectPermissions.DELETE_OWN_COMMENTS, ProjectPermissions.DELETE_ALL_COMMENTS, "delete");
        jira.commentOperations().delete(comment, call.user());
        return Answer.empty();
    }

    private StoredComment comment(Call call) {
        StoredComment comment = guard.visibleComment(call);
        if (call.variable("issue") != null && !guard.visibleIssue(call).equals(comment.issue())) {
            throw RestError.of(404, "Can not find a comment for the id: " + comment.id() + ".");
        }
        return comment;
    }

    private void requireOwnOrAll(Call call, StoredComment comment, ProjectPermissionKey own, ProjectPermissionKey all, String what) {
        boolean isOwn = comment.author() != null && comment.author().equals(call.user());
        if (!(isOwn && guard.may(call, own, comment.issue()))) {
            guard.require(call, all, comment.issue(), "You do not have permission to " + what + " comment with id: " + comment.id() + ".");
        }
    }
}
