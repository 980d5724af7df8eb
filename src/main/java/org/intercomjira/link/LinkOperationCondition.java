package org.intercomjira.link;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.plugin.web.Condition;
import java.util.Map;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.platform.Permissions;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.ProjectSettingsService;

/** Offers to link a conversation where that can be done: a connected project, linking switched on, an issue that the caller may edit. */
public class LinkOperationCondition implements Condition {
    private final ProjectSettingsService settings;
    private final ConnectionService connections;
    private final Permissions permissions;
    private final JiraAuthenticationContext authentication;

    public LinkOperationCondition(ProjectSettingsService settings, ConnectionService connections, Permissions permissions,
                                  @ComponentImport JiraAuthenticationContext authentication) {
        this.settings = settings;
        this.connections = connections;
        this.permissions = permissions;
        this.authentication = authentication;
    }

    @Override
    public void init(Map<String, String> params) {
        // takes no parameters
    }

    @Override
    public boolean shouldDisplay(Map<String, Object> context) {
        ApplicationUser user = authentication.getLoggedInUser();
        if (user == null || !(context.get("issue") instanceof Issue issue)) {
            return false;
        }
        ProjectId project = new ProjectId(issue.getProjectObject().getId());
        return settings.of(project).linkingEnabled() && connections.find(project).isPresent() && permissions.canEdit(issue, user);
    }
}
