package org.intercomjira.embedded.pages.operation;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import java.util.Optional;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;
import org.intercomjira.embedded.spi.IssueActions.BulkChange;

/** What the form of a bulk change asks for, and which permission that needs. */
record BulkChangeForm(Surroundings around) {
    /** Empty when no operation was chosen, or one without what it needs. */
    Optional<BulkChange> change(Visit visit) {
        return switch (visit.parameter("operation")) {
            case "assign" -> Optional.of(new BulkChange.Assign(visit.parameter("assignee").strip()));
            case "comment" -> Optional.of(visit.parameter("comment")).filter(text -> !text.isBlank()).map(BulkChange.Comment::new);
            case "transition" -> around.jira().workflows().transitions().stream()
                    .filter(transition -> String.valueOf(transition.id()).equals(visit.parameter("action"))).findFirst().map(found -> new BulkChange.Transition(found.id()));
            case "move" -> Optional.ofNullable(around.jira().service(ProjectManager.class).getProjectByCurrentKey(visit.parameter("project")))
                    .filter(project -> around.rules().may(ProjectPermissions.CREATE_ISSUES, project, visit.user())).map(BulkChange.Move::new);
            case "delete" -> Optional.of(new BulkChange.Delete());
            default -> Optional.empty();
        };
    }

    boolean mayAll(Visit visit, Issue issue, BulkChange change) {
        return around.rules().may(permission(change), issue, visit.user());
    }

    private static ProjectPermissionKey permission(BulkChange change) {
        return change instanceof BulkChange.Assign ? ProjectPermissions.ASSIGN_ISSUES
                : change instanceof BulkChange.Comment ? ProjectPermissions.ADD_COMMENTS
                : change instanceof BulkChange.Transition ? ProjectPermissions.TRANSITION_ISSUES
                : change instanceof BulkChange.Delete ? ProjectPermissions.DELETE_ISSUES : ProjectPermissions.EDIT_ISSUES;
    }
}
