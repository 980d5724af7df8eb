package org.intercomjira.notification;

import com.atlassian.jira.issue.Issue;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.delivery.Message;
import org.intercomjira.link.Link;
import org.intercomjira.link.LinkService;
import org.intercomjira.notification.IssueHistory.Happened;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.ProjectSettingsService;
import org.springframework.stereotype.Component;

/**
 * Which messages an issue's history ought to have made, by the rules of the listener: nothing from before the link, the connection or
 * the settings.
 */
@Component
class Expectations {
    private final ConnectionService connections;
    private final ProjectSettingsService settings;
    private final LinkService links;
    private final RulesSeen rules;

    Expectations(ConnectionService connections, ProjectSettingsService settings, LinkService links, RulesSeen rules) {
        this.connections = connections;
        this.settings = settings;
        this.links = links;
        this.rules = rules;
    }

    /** @param at when that happened which it tells of */
    record Expected(Instant at, Message message) {
    }

    /** Where and by what the issue may be told of; empty when it is not. Costs no query. */
    Optional<Judge> judge(Issue issue) {
        ProjectId project = new ProjectId(issue.getProjectObject().getId());
        Optional<Connection> connection = connections.find(project);
        if (connection.isEmpty() || !IssueVisibility.mayBeToldOf(issue)) {
            return Optional.empty();
        }
        ProjectSettings chosen = settings.of(project);
        Instant since = latest(connection.get().connectedAt(), rules.since(project, chosen));
        List<Link> linked = NotificationRules.reachable(links.linksOf(new IssueId(issue.getId())), connection.get());
        return NotificationRules.tellsAnything(chosen) && !linked.isEmpty() ? Optional.of(new Judge(connection.get(), chosen, linked, since)) : Optional.empty();
    }

    /** @param since nothing that happened before is told */
    record Judge(Connection connection, ProjectSettings settings, List<Link> links, Instant since) {
        /** The messages in the order of what they tell. */
        List<Expected> expect(List<Happened> history) {
            return history.stream().filter(happened -> happened.at().isAfter(since)).flatMap(this::expect).toList();
        }

        private Stream<Expected> expect(Happened happened) {
            List<Link> then = links.stream().filter(link -> happened.at().isAfter(link.linkedAt())).toList();
            return Letters.about(happened.change(), settings, connection, then, quiet -> false).messages().stream()
                    .map(message -> new Expected(happened.at(), message));
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
