package org.intercomjira.embedded.jira.rest;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import java.util.Optional;
import org.intercomjira.embedded.jira.Domain;
import org.intercomjira.embedded.jira.issue.Field;
import org.intercomjira.embedded.jira.issue.StoredComment;
import org.intercomjira.embedded.jira.issue.StoredIssue;
import org.intercomjira.embedded.jira.project.StoredProject;

/** Finds what a path names, if the caller may see it. What one may not see is answered like what is not there. */
final class Guard {
    private final Domain jira;

    Guard(Domain jira) {
        this.jira = jira;
    }

    /** The issue with the id or key in the path variable {@code issue}; 401 for anonymous, 404 for others. */
    StoredIssue visibleIssue(Call call) {
        Optional<StoredIssue> visible = jira.issues().byIdOrKey(call.variable("issue")).filter(issue -> may(call, ProjectPermissions.BROWSE_PROJECTS, issue));
        return visible.orElseThrow(() -> call.user() == null
                ? RestError.of(401, "You do not have the permission to see the specified issue.") : RestError.of(404, "Issue Does Not Exist"));
    }

    /** The comment in the path variable {@code comment}, as far as issue and restriction let the caller see it. */
    StoredComment visibleComment(Call call) {
        String id = call.variable("comment");
        Optional<StoredComment> comment = id.matches("[0-9]{1,18}") ? jira.comments().byId(Long.parseLong(id)) : Optional.empty();
        return comment.filter(found -> jira.comments().mayRead(call.user(), found)).orElseThrow(() -> call.user() == null
                ? RestError.notLoggedIn() : RestError.of(404, "Can not find a comment for the id: " + id + "."));
    }

    /** The project with the id or key in the path variable {@code project}; Jira's administrators see all. */
    StoredProject visibleProject(Call call) {
        String idOrKey = call.variable("project");
        Optional<StoredProject> project = jira.projects().byIdOrKey(idOrKey)
                .filter(found -> isAdministrator(call) || jira.permissions().hasPermission(ProjectPermissions.BROWSE_PROJECTS, found, call.user()));
        return project.orElseThrow(() -> call.user() == null ? RestError.notLoggedIn() : RestError.of(404, "No project could be found with key '" + idOrKey + "'."));
    }

    boolean may(Call call, ProjectPermissionKey permission, StoredIssue issue) {
        return jira.permissions().hasPermission(permission, issue, call.user());
    }

    /** 403 with this message unless the caller has the permission. */
    void require(Call call, ProjectPermissionKey permission, StoredIssue issue, String otherwise) {
        if (!may(call, permission, issue)) {
            throw RestError.of(403, otherwise);
        }
    }

    /** As {@link #visibleIssue}, and 403 for somebody who may not edit it. */
    StoredIssue editableIssue(Call call) {
        StoredIssue issue = visibleIssue(call);
        require(call, ProjectPermissions.EDIT_ISSUES, issue, "You do not have permission to edit issues in this project.");
        return issue;
    }

    /** As {@link #visibleProject}, and 403 for somebody who does not administer it. */
    StoredProject administeredProject(Call call) {
        StoredProject project = visibleProject(call);
        if (!isAdministrator(call) && !jira.permissions().hasPermission(ProjectPermissions.ADMINISTER_PROJECTS, project, call.user())) {
            throw RestError.of(403, "You do not have permission to administer this project.");
        }
        return project;
    }

    /** Assigning and commenting have permissions of their own, also when they come with an edit or a transition. */
    void requireParts(Call call, StoredIssue issue, UpdateReader.Update update) {
        if (update.values().containsKey(Field.ASSIGNEE)) {
            require(call, ProjectPermissions.ASSIGN_ISSUES, issue, "You do not have permission to assign issues in this project.");
        }
        if (update.comment() != null) {
            require(call, ProjectPermissions.ADD_COMMENTS, issue, "You do not have the permission to comment on this issue.");
        }
    }

    boolean isAdministrator(Call call) {
        return jira.globalPermissions().hasPermission(GlobalPermissionKey.ADMINISTER, call.user());
    }
}
