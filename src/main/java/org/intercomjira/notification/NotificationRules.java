package org.intercomjira.notification;

import java.util.List;
import org.intercomjira.connection.Connection;
import org.intercomjira.delivery.Message;
import org.intercomjira.link.Link;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.Trigger;

/** Decides what is told, and to which conversations. */
final class NotificationRules {
    private NotificationRules() {
    }

    /** Whether the project wants notes about moved issues at all. */
    static boolean tellsTransitions(ProjectSettings settings) {
        return settings.linkingEnabled() && settings.trigger(Trigger.ISSUE_TRANSITIONED).enabled();
    }

    /** The links that notes go to: conversations of the connected workspace that are there. */
    static List<Link> reachable(List<Link> links, Connection connection) {
        return links.stream().filter(link -> !link.gone() && link.workspace().equals(connection.workspace())).toList();
    }

    /** One message for each conversation that is to hear of the change. */
    static List<Message> messages(IssueChange change, ProjectSettings settings, Connection connection, List<Link> links) {
        if (change.status() == null || !tellsTransitions(settings)) {
            return List.of();
        }
        return reachable(links, connection).stream().map(link -> message(change, link)).toList();
    }

    private static Message message(IssueChange change, Link link) {
        String workspace = link.workspace().value();
        String conversation = link.conversation().value();
        return new Message(workspace, String.valueOf(change.project().value()), workspace + ":" + conversation,
                "change:" + change.changeGroup() + ":" + conversation, NotificationCourier.TYPE,
                NotePayload.of(change, link.workspace(), link.conversation()).toJson());
    }
}
