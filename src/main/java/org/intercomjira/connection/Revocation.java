package org.intercomjira.connection;

import java.time.Duration;
import java.util.Optional;
import org.intercomjira.delivery.CopyGuard;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.IntercomClient;
import org.intercomjira.intercom.Patience;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.ProjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Ends a connection. The token is deleted here first, so that it is gone whatever Intercom answers. What waits to be sent is kept for
 * {@link #MESSAGES_KEPT}: to connect again as another teammate is how an app user is changed.
 */
@Component
class Revocation {
    static final Duration MESSAGES_KEPT = Duration.ofHours(24);
    /** What is kept is held until {@link #endOverdueWaits} has counted it, or until that has not come for so long. */
    static final Duration MESSAGES_HELD = MESSAGES_KEPT.plusMinutes(15);
    private static final Logger LOG = LoggerFactory.getLogger(Revocation.class);

    private final ConnectionService connections;
    private final ConnectionTokens tokens;
    private final IntercomClient intercom;
    private final Outbox outbox;
    private final CopyGuard copyGuard;

    Revocation(ConnectionService connections, ConnectionTokens tokens, IntercomClient intercom, Outbox outbox, CopyGuard copyGuard) {
        this.connections = connections;
        this.tokens = tokens;
        this.intercom = intercom;
        this.outbox = outbox;
        this.copyGuard = copyGuard;
    }

    AppAtIntercom revoke(ProjectId project) {
        Optional<StoredConnection> removed = connections.revoke(project);
        if (removed.isEmpty()) {
            return AppAtIntercom.KEPT;
        }
        // uninstalling revokes every token of the workspace, so only the last project that uses it may do that
        if (connections.isUsedByAnyProject(removed.get().connection().workspace())) {
            return AppAtIntercom.KEPT;
        }
        // The token may have been copied from another Jira, whose tokens would all be revoked.
        return copyGuard.isHeld() ? AppAtIntercom.KEPT : uninstall(removed.get());
    }

    private AppAtIntercom uninstall(StoredConnection removed) {
        try {
            if (Patience.await(intercom.uninstall(tokens.open(removed))) instanceof Answer.Ok<Void>) {
                return AppAtIntercom.UNINSTALLED;
            }
        } catch (ApiException e) {
            LOG.warn("The token of project {} cannot be read, so the app stays installed at Intercom: {}", removed.connection().project().value(), e.code());
        }
        return AppAtIntercom.NOT_REACHED;
    }

    /** Releases what has waited for long enough for another connection: it is dropped when it is tried. */
    void endOverdueWaits() {
        for (ProjectId project : connections.withOverdueMessages()) {
            String sender = String.valueOf(project.value());
            int waiting = outbox.countsOf(sender).waiting();
            if (connections.endWait(project) && waiting > 0) {
                LOG.warn("Project {} was not connected again within {} of Revoke: its {} waiting messages are dropped", sender, MESSAGES_KEPT, waiting);
                outbox.release(sender);
            }
        }
    }

    /** What became of the app in the workspace. */
    enum AppAtIntercom {
        /** Another project uses it, another Jira may, or there was no connection. */
        KEPT,
        UNINSTALLED,
        /** It should have been uninstalled but Intercom could not be told. */
        NOT_REACHED
    }
}
