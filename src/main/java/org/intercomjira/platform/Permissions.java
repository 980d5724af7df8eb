package org.intercomjira.platform;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Who may do what. The first statement of every resource method is one of the {@code require..} methods; they throw
 * {@link ApiException}. What the caller may not see answers exactly as what is not there.
 */
@Component
public class Permissions {
    private final JiraAuthenticationContext authentication;
    private final PermissionManager permissions;
    private final GlobalPermissionManager globalPermissions;
    private final IssueManager issues;
    private final ProjectManager projects;

    public Permissions(@ComponentImport JiraAuthenticationContext authentication, @ComponentImport PermissionManager permissions,
            @ComponentImport GlobalPermissionManager globalPermissions, @ComponentImport IssueManager issues,
            @ComponentImport ProjectManager projects) {
        this.authentication = authentication;
        this.permissions = permissions;
        this.globalPermissions = globalPermissions;
        this.issues = issues;
        this.projects = projects;
    }

    /** The caller; 401 when nobody is logged in, for public projects too: conversations are personal data. */
    public ApplicationUser requireUser() {
        ApplicationUser user = authentication.getLoggedInUser();
        if (user == null) {
            throw new ApiException(401, "not_logged_in");
        }
        return user;
    }

    /** 401 or 404. */
    public Issue requireVisibleIssue(String key) {
        ApplicationUser user = requireUser();
        Issue issue = issues.getIssueByCurrentKey(key);
        if (issue == null || !canBrowse(issue, user)) {
            throw new ApiException(404, "issue.not_found");
        }
        return issue;
    }

    /** 401, 404, or 403 when the caller sees the issue but may not edit it. */
    public Issue requireEditableIssue(String key) {
        Issue issue = requireVisibleIssue(key);
        if (!permissions.hasPermission(ProjectPermissions.EDIT_ISSUES, issue, requireUser())) {
            throw new ApiException(403, "issue.not_editable");
        }
        return issue;
    }

    /** 401 or 404; an archived project is not there. */
    public Project requireVisibleProject(String key) {
        ApplicationUser user = requireUser();
        Project project = key == null ? null : projects.getProjectByCurrentKey(key);
        if (project == null || project.isArchived() || !permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, user)) {
            throw new ApiException(404, "project.not_found");
        }
        return project;
    }

    /** 401, 404, or 403 when the caller sees the project but does not administer it. */
    public Project requireAdministeredProject(String key) {
        ApplicationUser user = requireUser();
        Project project = key == null ? null : projects.getProjectByCurrentKey(key);
        if (project != null && !project.isArchived() && administersProject(project, user)) {
            return project;
        }
        if (project != null && permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, user)) {
            throw new ApiException(403, "project.not_administered");
        }
        throw new ApiException(404, "project.not_found");
    }

    /** 401, 404, or 403 when the caller sees the project but may not edit issues there. */
    public Project requireProjectWhereEditing(String key) {
        ApplicationUser user = requireUser();
        Project project = key == null ? null : projects.getProjectByCurrentKey(key);
        if (project == null || project.isArchived() || !permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, project, user)) {
            throw new ApiException(404, "project.not_found");
        }
        if (!permissions.hasPermission(ProjectPermissions.EDIT_ISSUES, project, user)) {
            throw new ApiException(403, "project.not_editable");
        }
        return project;
    }

    /** Whether the user sees the issue and may edit it, also when nobody is logged in here. */
    public boolean canEdit(Issue issue, ApplicationUser user) {
        return canBrowse(issue, user) && permissions.hasPermission(ProjectPermissions.EDIT_ISSUES, issue, user);
    }

    /** The project if it is there, not archived, and the user administers it. */
    public Optional<Project> administeredProject(ProjectId id, ApplicationUser user) {
        return Optional.ofNullable(projects.getProjectObj(id.value()))
                .filter(project -> !project.isArchived() && administersProject(project, user));
    }

    /** 401 or 403. */
    public ApplicationUser requireJiraAdministrator() {
        ApplicationUser user = requireUser();
        if (!globalPermissions.hasPermission(GlobalPermissionKey.ADMINISTER, user)) {
            throw new ApiException(403, "not_administrator");
        }
        return user;
    }

    public boolean canBrowse(Issue issue, ApplicationUser user) {
        return permissions.hasPermission(ProjectPermissions.BROWSE_PROJECTS, issue, user);
    }

    /** As Jira's own project settings: Administer Projects, or Jira administrator. */
    public boolean administersProject(Project project, ApplicationUser user) {
        return user != null && (permissions.hasPermission(ProjectPermissions.ADMINISTER_PROJECTS, project, user)
                || globalPermissions.hasPermission(GlobalPermissionKey.ADMINISTER, user));
    }
}
