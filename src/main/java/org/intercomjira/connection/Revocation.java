package org.intercomjira.connection;

import java.util.Optional;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.IntercomClient;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.ProjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Ends a connection. The token is deleted here first, so that it is gone whatever Intercom answers. */
@Component
class Revocation {
    private static final Logger LOG = LoggerFactory.getLogger(Revocation.class);

    private final ConnectionService connections;
    private final ConnectionTokens tokens;
    private final IntercomClient intercom;

    Revocation(ConnectionService connections, ConnectionTokens tokens, IntercomClient intercom) {
        this.connections = connections;
        this.tokens = tokens;
        this.intercom = intercom;
    }

    AppAtIntercom revoke(ProjectId project) {
        Optional<StoredConnection> removed = connections.remove(project);
        if (removed.isEmpty()) {
            return AppAtIntercom.KEPT;
        }
        // uninstalling revokes every token of the workspace, so only the last project that uses it may do that
        if (connections.isUsedByAnyProject(removed.get().connection().workspace())) {
            return AppAtIntercom.KEPT;
        }
        return uninstall(removed.get());
    }

    private AppAtIntercom uninstall(StoredConnection removed) {
        try {
            if (intercom.uninstall(tokens.open(removed)).join() instanceof Answer.Ok<Void>) {
                return AppAtIntercom.UNINSTALLED;
            }
        } catch (ApiException e) {
            LOG.warn("The token of project {} cannot be read, so the app stays installed at Intercom: {}", removed.connection().project().value(), e.code());
        }
        return AppAtIntercom.NOT_REACHED;
    }

    /** What became of the app in the workspace. */
    enum AppAtIntercom {
        /** Another project uses it, or there was no connection. */
        KEPT,
        UNINSTALLED,
        /** It should have been uninstalled but Intercom could not be told. */
        NOT_REACHED
    }
}
