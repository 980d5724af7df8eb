package org.intercomjira.notification;

import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.issue.Issue;
import java.util.List;
import java.util.Optional;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.delivery.Message;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.link.Link;
import org.intercomjira.link.LinkService;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.ProjectSettingsService;
import org.springframework.stereotype.Component;

/** Puts what happened to an issue into the outbox. Asks caches first, so that most edits in Jira cost no query. */
@Component
public class IssueChangeNotifier {
    private final ConnectionService connections;
    private final ProjectSettingsService settings;
    private final LinkService links;
    private final Outbox outbox;

    public IssueChangeNotifier(ConnectionService connections, ProjectSettingsService settings, LinkService links, Outbox outbox) {
        this.connections = connections;
        this.settings = settings;
        this.links = links;
        this.outbox = outbox;
    }

    /** @param events of one operation on one issue, at least one */
    void issueChanged(List<IssueEvent> events) {
        Issue issue = events.get(0).getIssue();
        ProjectId project = new ProjectId(issue.getProjectObject().getId());
        Optional<Connection> connection = connections.find(project);
        if (connection.isEmpty()) {
            return;
        }
        ProjectSettings chosen = settings.of(project);
        if (!NotificationRules.tellsTransitions(chosen)) {
            return;
        }
        List<Link> linked = links.linksOf(new IssueId(issue.getId()));
        if (linked.isEmpty()) {
            return;
        }
        List<Message> messages = IssueChangeReader.read(events).stream()
                .flatMap(change -> NotificationRules.messages(change, chosen, connection.get(), linked).stream()).toList();
        if (!messages.isEmpty()) {
            outbox.enqueueNew(messages, List.of());
        }
    }
}
