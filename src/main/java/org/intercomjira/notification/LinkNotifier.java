package org.intercomjira.notification;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.util.Optional;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.link.Link;
import org.intercomjira.link.LinkListener;
import org.intercomjira.recovery.RecoveryWindows;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.ProjectSettingsService;
import org.springframework.stereotype.Component;

/** Tells a conversation that it was linked to an issue, or unlinked, if the project wants that. */
@Component
class LinkNotifier implements LinkListener {
    private final ConnectionService connections;
    private final ProjectSettingsService settings;
    private final Outbox outbox;
    private final OwnActions ownActions;
    private final JiraAuthenticationContext authentication;
    private final RecoveryWindows windows;

    LinkNotifier(ConnectionService connections, ProjectSettingsService settings, Outbox outbox, OwnActions ownActions,
                 @ComponentImport JiraAuthenticationContext authentication, RecoveryWindows windows) {
        this.connections = connections;
        this.settings = settings;
        this.outbox = outbox;
        this.ownActions = ownActions;
        this.authentication = authentication;
        this.windows = windows;
    }

    @Override
    public void linked(Link link) {
        // For a moment another node may think that the issue has no such link.
        windows.open(link.issue(), "linked");
        tell(link, Fact.Kind.LINK);
    }

    @Override
    public void unlinked(Link link) {
        tell(link, Fact.Kind.UNLINK);
    }

    private void tell(Link link, Fact.Kind kind) {
        ProjectSettings chosen = settings.now(link.project());
        Optional<Connection> connection = connections.find(link.project());
        boolean isReachable = !link.gone() && connection.filter(found -> found.workspace().equals(link.workspace())).isPresent();
        if (isReachable && chosen.linkingEnabled() && chosen.linkNotesEnabled() && ownActions.origin().isEmpty()) {
            ApplicationUser user = authentication.getLoggedInUser();
            Fact fact = new Fact(kind, link.id());
            NotePayload payload = NotePayload.ofLink(link.issue(), fact, user == null ? null : user.getDisplayName(), link.workspace(), link.conversation());
            outbox.enqueue(NotificationRules.message(payload, String.valueOf(link.project().value()), fact.dedupeKey(link.conversation())));
        }
    }
}
