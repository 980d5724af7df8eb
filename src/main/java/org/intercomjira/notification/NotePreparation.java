package org.intercomjira.notification;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import java.util.Optional;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.delivery.Outcome;
import org.intercomjira.link.Link;
import org.intercomjira.link.LinkService;
import org.intercomjira.platform.BaseUrl;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.ProjectSettingsService;
import org.springframework.stereotype.Component;

/** Looks at everything again at the moment of sending: issue, connection, settings and link may have changed since. */
@Component
class NotePreparation {
    private final IssueManager issues;
    private final ConnectionService connections;
    private final ProjectSettingsService settings;
    private final LinkService links;
    private final BaseUrl baseUrl;
    private final NoteText text;

    NotePreparation(@ComponentImport IssueManager issues, ConnectionService connections, ProjectSettingsService settings,
                    LinkService links, BaseUrl baseUrl, @ComponentImport I18nResolver i18n) {
        this.issues = issues;
        this.connections = connections;
        this.settings = settings;
        this.links = links;
        this.baseUrl = baseUrl;
        this.text = new NoteText(i18n::getText);
    }

    Preparation prepare(NotePayload payload) {
        Issue issue = issues.getIssueObject(payload.issue());
        if (issue == null) {
            return dropped("issue.deleted");
        }
        // A moved issue speaks through the connection and by the settings of the project where it is now.
        ProjectId project = new ProjectId(issue.getProjectObject().getId());
        Optional<Connection> connection = connections.find(project);
        if (connection.isEmpty()) {
            return dropped("connection.revoked");
        }
        if (!NotificationRules.tellsTransitions(settings.of(project))) {
            return dropped("notification.switched_off");
        }
        return reachableLink(payload, connection.get()).map(link -> prepare(payload, issue, connection.get(), link))
                .orElseGet(() -> dropped("link.removed"));
    }

    private Preparation prepare(NotePayload payload, Issue issue, Connection connection, Link link) {
        if (connection.state() == ConnectionState.BROKEN) {
            return new Preparation.Ended(new Outcome.AuthorisationLost(connection.stateReason()));
        }
        String key = issue.getKey();
        String html = text.transitioned(payload.actor(), key, NoteMarker.address(baseUrl.issue(key), payload.changeGroup()),
                issue.getSummary(), payload.fromStatus(), payload.toStatus());
        return connections.access(connection.project())
                .<Preparation>map(access -> new Preparation.Ready(
                        new Note(connection, access, link, baseUrl.issue(key), payload.changeGroup(), html)))
                .orElseGet(() -> dropped("connection.revoked"));
    }

    private Optional<Link> reachableLink(NotePayload payload, Connection connection) {
        return NotificationRules.reachable(links.linksOf(payload.issueId()), connection).stream()
                .filter(link -> link.workspace().value().equals(payload.workspace())
                        && link.conversation().value().equals(payload.conversation()))
                .findFirst();
    }

    private static Preparation dropped(String reason) {
        return new Preparation.Ended(new Outcome.Dropped(reason));
    }
}
