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

    /** Why a fact that {@link #telling} leaves out is not said. */
    static CoverReason silence(IssueChange change, Fact fact, ProjectSettings settings) {
        if (!settings.linkingEnabled()) {
            return CoverReason.LINKING_OFF;
        } else if (fact.kind() != Fact.Kind.COMMENT) {
            return CoverReason.TRIGGER_OFF;
        } else if (change.comment().restricted()) {
            return CoverReason.RESTRICTED;
        }
        return tells(settings, Trigger.ISSUE_COMMENTED) ? CoverReason.FILTER : CoverReason.TRIGGER_OFF;
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

    /** What is said to one conversation is said in order, whatever projects it is linked in. */
    static String orderKey(String workspace, String conversation) {
        return workspace + ":" + conversation;
    }

    /** The message that is carried as this payload, about this fact. */
    static Message message(NotePayload payload, String sender, String dedupeKey) {
        return new Message(payload.workspace(), sender, orderKey(payload.workspace(), payload.conversation()), dedupeKey,
                NotificationCourier.TYPE, payload.toJson());
    }
}
