package org.intercomjira.embedded.pages.chrome;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.security.plugin.ProjectPermissionKey;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Optional;
import org.intercomjira.embedded.spi.JiraSide;

/** The questions that pages ask before they show anything. Services are looked up at each question: they come to life after the pages. */
public final class Rules {
    private final JiraSide jira;

    public Rules(JiraSide jira) {
        this.jira = jira;
    }

    public ApplicationUser currentUser() {
        return jira.service(JiraAuthenticationContext.class).getLoggedInUser();
    }

    /** Empty when there is no such issue or the user may not see it: pages must not tell the two apart. */
    public Optional<Issue> visibleIssue(String key, ApplicationUser user) {
        return Optional.<Issue>ofNullable(jira.service(IssueManager.class).getIssueByCurrentKey(key))
                .filter(issue -> may(ProjectPermissions.BROWSE_PROJECTS, issue, user));
    }

    /** Empty when there is no such project or the user may neither browse nor administer it. */
    public Optional<Project> visibleProject(String key, ApplicationUser user) {
        return Optional.ofNullable(jira.service(ProjectManager.class).getProjectByCurrentKey(key))
                .filter(project -> may(ProjectPermissions.BROWSE_PROJECTS, project, user) || administers(project, user));
    }

    public boolean may(ProjectPermissionKey permission, Issue issue, ApplicationUser user) {
        return jira.service(PermissionManager.class).hasPermission(permission, issue, user);
    }

    public boolean may(ProjectPermissionKey permission, Project project, ApplicationUser user) {
        return jira.service(PermissionManager.class).hasPermission(permission, project, user);
    }

    public boolean administers(Project project, ApplicationUser user) {
        return administersJira(user) || may(ProjectPermissions.ADMINISTER_PROJECTS, project, user);
    }

    public boolean administersJira(ApplicationUser user) {
        return user != null && jira.service(GlobalPermissionManager.class).hasPermission(GlobalPermissionKey.ADMINISTER, user);
    }
}
