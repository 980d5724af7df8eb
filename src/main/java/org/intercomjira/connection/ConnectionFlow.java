package org.intercomjira.connection;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.intercomjira.connection.IdentityFinder.Found;
import org.intercomjira.connection.IdentityFinder.NotConnected;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.intercom.Identity;
import org.intercomjira.intercom.OAuthApp;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.AuditAction;
import org.intercomjira.platform.AuditTrail;
import org.intercomjira.platform.Permissions;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.GlobalSettingsService;
import org.springframework.stereotype.Component;

/** The way back from Intercom's consent page: from state and code to a stored connection. */
@Component
class ConnectionFlow {
    private final OAuthStateStore states;
    private final Permissions permissions;
    private final GlobalSettingsService globalSettings;
    private final IdentityFinder identities;
    private final ConnectionService connections;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    ConnectionFlow(OAuthStateStore states, Permissions permissions, GlobalSettingsService globalSettings,
            IdentityFinder identities, ConnectionService connections, Outbox outbox, AuditTrail audit, Clock clock) {
        this.states = states;
        this.permissions = permissions;
        this.globalSettings = globalSettings;
        this.identities = identities;
        this.connections = connections;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * Connects the project that the state stands for.
     *
     * @param code null or empty when the consent was denied
     * @throws ApiException 403 connection.state_refused when the state is not this user's, or was used, or the user may no longer
     */
    Return finish(ApplicationUser user, String state, String code) {
        PendingConsent pending = states.consume(state, user.getKey()).orElseThrow(ConnectionFlow::refused);
        Project project = permissions.administeredProject(pending.project(), user).orElseThrow(ConnectionFlow::refused);
        return new Return(project.getKey(), connect(user, pending, code));
    }

    private ConnectResult connect(ApplicationUser user, PendingConsent pending, String code) {
        if (code == null || code.isEmpty()) {
            return ConnectResult.DENIED;
        }
        if (!clock.instant().isBefore(pending.expiresAt())) {
            return ConnectResult.EXPIRED;
        }
        try {
            Optional<OAuthApp> app = globalSettings.app();
            return app.isEmpty() ? ConnectResult.APP_MISSING : store(user, pending.project(), identities.find(app.get(), code, pending.region()));
        } catch (NotConnected e) {
            return e.result();
        } catch (ApiException e) {
            return e.code().startsWith("vault.") ? ConnectResult.VAULT_CLOSED : ConnectResult.UNAVAILABLE;
        }
    }

    private ConnectResult store(ApplicationUser user, ProjectId project, Found found) {
        Identity identity = found.identity();
        Instant now = clock.instant();
        Connection connection = new Connection(project, identity.workspace(), identity.workspaceName(), identity.region(), identity.teammate(),
                ConnectionState.CONNECTED, null, now, user.getKey(), now);
        Optional<StoredConnection> old = connections.replace(connection, found.token());
        outbox.release(String.valueOf(project.value()));
        ConnectResult result = old.map(before -> compare(before.connection(), connection)).orElse(ConnectResult.CONNECTED);
        audit.record(user.getKey(), AuditAction.CONNECTION_CONNECTED, project, "result=" + result.code() + " workspace=" + connection.workspace().value()
                + " app_user=" + connection.appUser().id().value());
        return result;
    }

    private static ConnectResult compare(Connection before, Connection after) {
        if (!before.workspace().equals(after.workspace())) {
            return ConnectResult.WORKSPACE_CHANGED;
        }
        return before.appUser().id().equals(after.appUser().id()) ? ConnectResult.RECONNECTED : ConnectResult.APP_USER_CHANGED;
    }

    private static ApiException refused() {
        return new ApiException(403, "connection.state_refused");
    }

    /** To which project's page the person returns, and with what result. */
    record Return(String projectKey, ConnectResult result) {
    }
}
