package org.intercomjira.notification;

import org.intercomjira.delivery.Message;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.link.Link;
import org.intercomjira.link.MoveListener;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.springframework.stereotype.Component;

/**
 * Notes that wait when their issue is moved need the new project's authorisation: if they stayed with the old project, its broken
 * connection would hold them for ever. If the new project is not connected to the conversation's workspace, or its settings say so, they
 * are dropped when they are tried.
 */
@Component
class MovedNotes implements MoveListener {
    private final Outbox outbox;

    MovedNotes(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void moved(Link link, ProjectId project) {
        String workspace = link.workspace().value();
        outbox.reassign(workspace, workspace + ":" + link.conversation().value(), message -> isAbout(link.issue(), message), String.valueOf(project.value()));
    }

    private static boolean isAbout(IssueId issue, Message message) {
        return message.type().equals(NotificationCourier.TYPE)
                && NotePayload.fromJson(message.payload()).filter(payload -> payload.issueId().equals(issue)).isPresent();
    }
}
