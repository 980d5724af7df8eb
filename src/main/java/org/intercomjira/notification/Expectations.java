package org.intercomjira.notification;

import com.atlassian.jira.issue.Issue;
import java.time.Duration;
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
    /** So much may the clocks of two nodes differ. */
    static final Duration CLOCKS_APART = Duration.ofMinutes(1);

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

    /**
     * A message that may have to be there.
     *
     * @param at       when that happened which it tells of
     * @param linkedAt since when its conversation is told: the link or the connection, whichever is younger
     * @param judgedAt since when the settings are what they are
     */
    record Expected(Instant at, Message message, Instant linkedAt, Instant judgedAt) {
        /**
         * Whether it happened under the link, the connection and the settings that there are now.
         *
         * @param wasLinked the conversation was told of something earlier, so the link was there already whatever another node's clock says
         */
        boolean isOwed(boolean wasLinked) {
            return at.isAfter(wasLinked ? linkedAt.minus(CLOCKS_APART) : linkedAt) && at.isAfter(judgedAt);
        }
    }

    /** Where and by what the issue may be told of; empty when it is not. Costs no query. */
    Optional<Judge> judge(Issue issue) {
        ProjectId project = new ProjectId(issue.getProjectObject().getId());
        Optional<Connection> connection = connections.find(project);
        if (connection.isEmpty() || !IssueVisibility.mayBeToldOf(issue)) {
            return Optional.empty();
        }
        ProjectSettings chosen = settings.of(project);
        Instant since = rules.since(project, chosen);
        List<Link> linked = NotificationRules.reachable(links.linksOf(new IssueId(issue.getId())), connection.get());
        return NotificationRules.tellsAnything(chosen) && !linked.isEmpty() ? Optional.of(new Judge(connection.get(), chosen, linked, since)) : Optional.empty();
    }

    /** @param since when the settings are what they are */
    record Judge(Connection connection, ProjectSettings settings, List<Link> links, Instant since) {
        /** The messages in the order of what they tell, also of what is older than link, connection or settings. */
        List<Expected> expect(List<Happened> history) {
            return history.stream().flatMap(happened -> links.stream().flatMap(link -> expect(happened, link))).toList();
        }

        private Stream<Expected> expect(Happened happened, Link link) {
            Instant linkedAt = link.linkedAt().isAfter(connection.connectedAt()) ? link.linkedAt() : connection.connectedAt();
            return Letters.about(happened.change(), settings, connection, List.of(link), quiet -> false).messages().stream()
                    .map(message -> new Expected(happened.at(), message, linkedAt, since));
        }
    }
}
