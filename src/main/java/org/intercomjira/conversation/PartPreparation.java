package org.intercomjira.conversation;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import java.net.URI;
import java.util.Optional;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.delivery.Outcome;
import org.intercomjira.intercom.Access;
import org.intercomjira.link.Link;
import org.intercomjira.link.LinkService;
import org.intercomjira.platform.BaseUrl;
import org.intercomjira.platform.Permissions;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.platform.VisibleText;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.ProjectSettingsService;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** Looks at everything again at the moment of sending: author, issue, connection, settings and link may have changed since. */
@Component
class PartPreparation {
    private final IssueManager issues;
    private final UserManager users;
    private final Permissions permissions;
    private final ConnectionService connections;
    private final ProjectSettingsService settings;
    private final LinkService links;
    private final BaseUrl baseUrl;
    private final I18nResolver i18n;

    PartPreparation(@ComponentImport IssueManager issues, @Qualifier("jiraUserManager") @ComponentImport("jiraUserManager") UserManager users,
                    Permissions permissions, ConnectionService connections, ProjectSettingsService settings, LinkService links, BaseUrl baseUrl,
                    @ComponentImport I18nResolver i18n) {
        this.issues = issues;
        this.users = users;
        this.permissions = permissions;
        this.connections = connections;
        this.settings = settings;
        this.links = links;
        this.baseUrl = baseUrl;
        this.i18n = i18n;
    }

    /** Either something to be sent or the reason why not. */
    sealed interface Prepared {
    }

    /** @param page the issue's address */
    record Ready(Draft draft, Connection connection, Access access, Link link, URI page, String html) implements Prepared {
    }

    record Ended(Outcome outcome) implements Prepared {
    }

    /** The project may be connected again: until then what was written waits. */
    record Awaiting() implements Prepared {
    }

    Prepared prepare(Draft draft) {
        Issue issue = issues.getIssueObject(draft.issue().value());
        ApplicationUser author = users.getUserByKey(draft.author());
        if (issue == null || author == null || !author.isActive() || !permissions.canEdit(issue, author)) {
            return refused("not_allowed");
        }
        // A moved issue speaks through the connection and by the settings of the project where it is now.
        ProjectId project = new ProjectId(issue.getProjectObject().getId());
        Optional<Connection> connection = connections.find(project);
        if (connection.isEmpty()) {
            return notConnected(project);
        }
        ProjectSettings chosen = settings.now(project);
        if (!chosen.linkingEnabled() || draft.kind() == Draft.Kind.REPLY && !chosen.customerRepliesAllowed()) {
            return refused("switched_off");
        }
        return links.linksOf(draft.issue()).stream()
                .filter(link -> link.id() == draft.link() && link.workspace().equals(connection.get().workspace())).findFirst()
                .map(link -> prepare(draft, issue, author, connection.get(), link)).orElseGet(() -> refused("unlinked"));
    }

    private Prepared prepare(Draft draft, Issue issue, ApplicationUser author, Connection connection, Link link) {
        if (connection.state() == ConnectionState.BROKEN) {
            return new Ended(new Outcome.AuthorisationLost(connection.stateReason()));
        }
        URI page = baseUrl.issue(issue.getKey());
        String html = draft.kind() == Draft.Kind.NOTE ? note(draft, issue, page, author) : PartText.html(draft.body());
        return connections.access(connection.project()).<Prepared>map(access -> new Ready(draft, connection, access, link, page, html))
                .orElseGet(() -> notConnected(connection.project()));
    }

    private Prepared notConnected(ProjectId project) {
        return connections.isAwaited(project) ? new Awaiting() : refused("connection_missing");
    }

    /** Teammates see who wrote, and from which issue; a customer sees the app user only. */
    private String note(Draft draft, Issue issue, URI page, ApplicationUser author) {
        String key = issue.getKey();
        String address = PartText.address(page, draft).toString();
        return "<p>" + i18n.getText("intercom.conversation.note.signature", "<b>" + PartText.escape(VisibleText.or(author.getDisplayName(), author.getKey())) + "</b>",
                "<a href=\"" + PartText.escape(address) + "\">" + PartText.escape(key) + "</a>") + "</p>" + PartText.html(draft.body());
    }

    private static Prepared refused(String code) {
        return new Ended(new Outcome.Refused(code, code));
    }
}
