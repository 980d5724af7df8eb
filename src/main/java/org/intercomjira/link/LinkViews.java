package org.intercomjira.link;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.security.PermissionManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.util.List;
import java.util.Optional;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.intercom.IntercomEndpoints;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.Permissions;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.ProjectSettingsService;
import org.intercomjira.settings.Trigger;
import org.intercomjira.settings.TriggerSettings;
import org.springframework.stereotype.Component;

/** Shows links from what is stored. Intercom is not asked. */
@Component
public class LinkViews {
    private final LinkService links;
    private final ConnectionService connections;
    private final ProjectSettingsService settings;
    private final IntercomEndpoints endpoints;
    private final Permissions permissions;
    private final PermissionManager jiraPermissions;
    private final SnapshotRefresh refresh;

    public LinkViews(LinkService links, ConnectionService connections, ProjectSettingsService settings, IntercomEndpoints endpoints,
                     Permissions permissions, @ComponentImport PermissionManager jiraPermissions, SnapshotRefresh refresh) {
        this.refresh = refresh;
        this.links = links;
        this.connections = connections;
        this.settings = settings;
        this.endpoints = endpoints;
        this.permissions = permissions;
        this.jiraPermissions = jiraPermissions;
    }

    /** @param user who sees the issue */
    LinksView of(Issue issue, ApplicationUser user) {
        ProjectId project = new ProjectId(issue.getProjectObject().getId());
        ProjectSettings chosen = settings.of(project);
        Optional<Connection> connection = connections.find(project);
        List<LinksView.LinkView> shown = links.conversationsOf(new IssueId(issue.getId())).stream()
                .map(linked -> of(linked, chosen, connection)).toList();
        LinksView.Permissions allowed = new LinksView.Permissions(
                jiraPermissions.hasPermission(ProjectPermissions.EDIT_ISSUES, issue, user),
                permissions.administersProject(issue.getProjectObject(), user));
        return new LinksView(shown.size(), shown, allowed, connection(connection), chosen.linkingEnabled(), chosen.panelEnabled(),
                chosen.conversationViewEnabled(), chosen.customerRepliesAllowed(), filters(chosen));
    }

    private static boolean filters(ProjectSettings chosen) {
        TriggerSettings comments = chosen.trigger(Trigger.ISSUE_COMMENTED);
        return comments.enabled() && comments.filterEnabled();
    }

    /** @param project where the issue is now */
    LinksView.LinkView of(LinkedConversation linked, ProjectId project) {
        return of(linked, settings.of(project), connections.find(project));
    }

    private LinksView.LinkView of(LinkedConversation linked, ProjectSettings chosen, Optional<Connection> connection) {
        Link link = linked.link();
        return new LinksView.LinkView(link.id(), link.conversation().value(),
                new LinksView.WorkspaceView(link.workspace().value(), linked.workspaceName()), state(linked, connection),
                endpoints.conversationPage(linked.region(), link.workspace(), link.conversation()),
                linked.lastSeen().map(seen -> SnapshotViews.of(seen, chosen)).orElse(null),
                linked.snapshotAt(), refresh.isStale(linked, connection), linked.unsent(), link.linkedBy(), link.linkedAt(), link.origin());
    }

    private static String state(LinkedConversation linked, Optional<Connection> connection) {
        boolean elsewhere = connection.filter(current -> !current.workspace().equals(linked.link().workspace())).isPresent();
        return elsewhere ? "other_workspace" : linked.remoteState().code();
    }

    private static LinksView.ConnectionView connection(Optional<Connection> connection) {
        return connection.map(found -> new LinksView.ConnectionView(
                        found.state() == ConnectionState.BROKEN ? "broken" : "connected",
                        new LinksView.WorkspaceView(found.workspace().value(), found.workspaceName())))
                .orElseGet(() -> new LinksView.ConnectionView("missing", null));
    }
}
