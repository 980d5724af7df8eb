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

    /** Whether anything that happens to issues may be told, were there no post function. */
    static boolean tellsAnything(ProjectSettings settings) {
        return settings.linkingEnabled() && List.of(Trigger.values()).stream().anyMatch(trigger -> settings.trigger(trigger).enabled());
    }

    /** The parts of the change that the project wants to be told. */
    static Telling telling(IssueChange change, ProjectSettings settings) {
        if (!settings.linkingEnabled()) {
            return Telling.NOTHING;
        }
        boolean comment = change.comment() != null && !change.comment().restricted() && lets(settings, change.comment().body());
        if (change.unread() != null) {
            return new Telling(change.unread().assignee(), change.unread().status(), comment);
        }
        return new Telling(change.assignee() != null && tells(settings, Trigger.ISSUE_ASSIGNMENT_CHANGED),
                change.status() != null && tellsStatus(settings, change.function()), comment);
    }

    static boolean tells(ProjectSettings settings, Trigger trigger) {
        return settings.trigger(trigger).enabled();
    }

    static boolean tellsStatus(ProjectSettings settings, FunctionWish wish) {
        return wish != FunctionWish.NONE || tells(settings, Trigger.ISSUE_TRANSITIONED);
    }

    /** Whether trigger and filter let a comment with this text through. */
    static boolean lets(ProjectSettings settings, String comment) {
        return tells(settings, Trigger.ISSUE_COMMENTED)
                && (!settings.trigger(Trigger.ISSUE_COMMENTED).filterEnabled() || CommentFilter.lets(comment));
    }

    /** Whether conversations that are not open are opened along with what is told. */
    static boolean reopens(Telling told, FunctionWish wish, ProjectSettings settings) {
        return told.assignee() && settings.trigger(Trigger.ISSUE_ASSIGNMENT_CHANGED).reopenConversations()
                || told.comment() && settings.trigger(Trigger.ISSUE_COMMENTED).reopenConversations()
                || told.status() && (wish == FunctionWish.REOPEN || transitionsReopen(settings));
    }

    private static boolean transitionsReopen(ProjectSettings settings) {
        return tells(settings, Trigger.ISSUE_TRANSITIONED) && settings.trigger(Trigger.ISSUE_TRANSITIONED).reopenConversations();
    }

    /** The links that notes go to: conversations of the connected workspace that are there. */
    static List<Link> reachable(List<Link> links, Connection connection) {
        return links.stream().filter(link -> !link.gone() && link.workspace().equals(connection.workspace())).toList();
    }

    /** The message that is carried as this payload, about this fact. */
    static Message message(NotePayload payload, String sender, String dedupeKey) {
        return new Message(payload.workspace(), sender, payload.workspace() + ":" + payload.conversation(), dedupeKey,
                NotificationCourier.TYPE, payload.toJson());
    }
}
