package org.intercomjira.embedded.jira.permission;

import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import java.util.List;
import java.util.stream.Stream;
import org.intercomjira.embedded.jira.project.ProjectRole;

/** What each role may do in its project, in a new Jira. */
public final class PermissionScheme {
    private static final List<ProjectPermissionKey> USERS = List.of(ProjectPermissions.BROWSE_PROJECTS);
    private static final List<ProjectPermissionKey> DEVELOPERS = List.of(ProjectPermissions.BROWSE_PROJECTS, ProjectPermissions.CREATE_ISSUES, ProjectPermissions.EDIT_ISSUES,
            ProjectPermissions.TRANSITION_ISSUES, ProjectPermissions.ASSIGN_ISSUES, ProjectPermissions.ASSIGNABLE_USER, ProjectPermissions.ADD_COMMENTS,
            ProjectPermissions.EDIT_OWN_COMMENTS, ProjectPermissions.DELETE_OWN_COMMENTS);
    private static final List<ProjectPermissionKey> ADMINISTRATORS_MORE = List.of(ProjectPermissions.ADMINISTER_PROJECTS, ProjectPermissions.DELETE_ISSUES,
            ProjectPermissions.EDIT_ALL_COMMENTS, ProjectPermissions.DELETE_ALL_COMMENTS);

    private PermissionScheme() {
    }

    /** The keys of the permissions that the role has. */
    public static List<String> granted(ProjectRole role) {
        if (role.equals(ProjectRole.USERS)) {
            return keys(USERS);
        }
        List<String> developers = keys(DEVELOPERS);
        return role.equals(ProjectRole.DEVELOPERS) ? developers : Stream.concat(developers.stream(), keys(ADMINISTRATORS_MORE).stream()).toList();
    }

    private static List<String> keys(List<ProjectPermissionKey> permissions) {
        return permissions.stream().map(ProjectPermissionKey::toString).toList();
    }
}
