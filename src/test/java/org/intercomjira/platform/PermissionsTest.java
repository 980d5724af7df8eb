package org.intercomjira.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One table: what is asked for x who asks = status; 0 means allowed. */
class PermissionsTest {
    private final JiraAuthenticationContext authentication = mock(JiraAuthenticationContext.class);
    private final PermissionManager permissionManager = mock(PermissionManager.class);
    private final GlobalPermissionManager globalPermissions = mock(GlobalPermissionManager.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final ProjectManager projects = mock(ProjectManager.class);
    private final Permissions permissions = new Permissions(authentication, permissionManager, globalPermissions, issues, projects);

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "visible issue,              anonymous,     401", "visible issue,              outsider,      404", "visible issue,              viewer,        0",
        "editable issue,             anonymous,     401", "editable issue,             outsider,      404", "editable issue,             viewer,        403",
        "editable issue,             developer,     0",   "unknown issue,              anonymous,     401", "unknown issue,              developer,     404",
        "administered project,       anonymous,     401", "administered project,       outsider,      404", "administered project,       viewer,        403",
        "administered project,       developer,     403", "administered project,       project-admin, 0",   "administered project,       admin,         0",
        "archived project,           project-admin, 404", "unknown project,            anonymous,     401", "unknown project,            project-admin, 404",
        "unknown project,            admin,         404", "no project,                 admin,         404",
        "visible project,            anonymous,     401", "visible project,            outsider,      404", "visible project,            viewer,        0",
        "archived to look at,        viewer,        404", "unknown to look at,         viewer,        404", "none to look at,            viewer,        404",
        "administration,             anonymous,     401", "administration,             outsider,      403", "administration,             project-admin, 403",
        "administration,             admin,         0"
    })
    void theTable(String what, String who, int status) {
        prepare(who, what.startsWith("archived"));
        assertThat(statusOf(what)).isEqualTo(status);
    }

    private int statusOf(String what) {
        try {
            switch (what) {
                case "visible issue" -> permissions.requireVisibleIssue("DEMO-1");
                case "editable issue" -> permissions.requireEditableIssue("DEMO-1");
                case "unknown issue" -> permissions.requireEditableIssue("DEMO-999");
                case "administered project" -> permissions.requireAdministeredProject("DEMO");
                case "archived project" -> permissions.requireAdministeredProject("DEMO");
                case "unknown project" -> permissions.requireAdministeredProject("NONE");
                case "no project" -> permissions.requireAdministeredProject(null);
                case "visible project", "archived to look at" -> permissions.requireVisibleProject("DEMO");
                case "unknown to look at" -> permissions.requireVisibleProject("NONE");
                case "none to look at" -> permissions.requireVisibleProject(null);
                case "administration" -> permissions.requireJiraAdministrator();
                default -> throw new IllegalArgumentException(what);
            }
            return 0;
        } catch (ApiException e) {
            return e.status();
        }
    }

    private void prepare(String who, boolean archived) {
        ApplicationUser user = who.equals("anonymous") ? null : mock(ApplicationUser.class);
        MutableIssue issue = mock(MutableIssue.class);
        Project project = mock(Project.class);
        when(project.isArchived()).thenReturn(archived);
        when(authentication.getLoggedInUser()).thenReturn(user);
        when(issues.getIssueByCurrentKey("DEMO-1")).thenReturn(issue);
        when(projects.getProjectByCurrentKey("DEMO")).thenReturn(project);
        Set<ProjectPermissionKey> held = switch (who) {
            case "viewer" -> Set.of(ProjectPermissions.BROWSE_PROJECTS);
            case "developer" -> Set.of(ProjectPermissions.BROWSE_PROJECTS, ProjectPermissions.EDIT_ISSUES);
            case "project-admin" -> Set.of(ProjectPermissions.ADMINISTER_PROJECTS);
            default -> Set.of();
        };
        held.forEach(permission -> {
            when(permissionManager.hasPermission(eq(permission), eq(issue), eq(user))).thenReturn(true);
            when(permissionManager.hasPermission(eq(permission), eq(project), eq(user))).thenReturn(true);
        });
        when(globalPermissions.hasPermission(eq(GlobalPermissionKey.ADMINISTER), any())).thenReturn(who.equals("admin"));
    }
}
