package org.intercomjira.notification;

import java.util.Optional;
import java.util.function.Supplier;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.recovery.Silences;
import org.springframework.stereotype.Component;

/**
 * What this app does in Jira on behalf of an Intercom teammate must not come back to the conversation that the teammate works in.
 *
 * <p>What acts for a teammate wraps the calls to Jira in {@link #from}. Jira fires the events of a change on the thread that makes
 * it, so the listener sees where the change comes from: other conversations of the issue get a note, this one does not. Should the node
 * die before the listener has judged it, the action is on record already: it was put down before Jira was called.
 */
@Component
public class OwnActions {
    private final ThreadLocal<ConversationId> origin = new ThreadLocal<>();
    private final Silences silences;

    public OwnActions(Silences silences) {
        this.silences = silences;
    }

    /** Does something in Jira that came from this conversation. Calls may not be nested. */
    public <T> T from(WorkspaceId workspace, ConversationId conversation, Supplier<T> action) {
        if (origin.get() != null) {
            throw new IllegalStateException("Actions of the app do not nest");
        }
        silences.ownActionBegins(NotificationRules.orderKey(workspace.value(), conversation.value()));
        origin.set(conversation);
        try {
            return action.get();
        } finally {
            origin.remove();
        }
    }

    /** From which conversation comes what is happening on this thread; empty when a person in Jira does it. */
    Optional<ConversationId> origin() {
        return Optional.ofNullable(origin.get());
    }
}
