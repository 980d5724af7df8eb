package org.intercomjira.connection;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.intercomjira.delivery.SenderHold;
import org.intercomjira.intercom.Access;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.platform.Secret;
import org.intercomjira.platform.SecretVault;
import org.intercomjira.platform.VaultState;
import org.springframework.stereotype.Component;

/** The connections of projects. */
@Component
public class ConnectionService implements SenderHold {
    private final ConnectionStore store;
    private final ConnectionMemory memory;
    private final ConnectionTokens tokens;
    private final SecretVault vault;
    private final LastSuccesses successes;
    private final ConnectionStart start;
    private final Clock clock;

    ConnectionService(ConnectionStore store, ConnectionMemory memory, ConnectionTokens tokens, SecretVault vault, LastSuccesses successes,
            ConnectionStart start, Clock clock) {
        this.store = store;
        this.memory = memory;
        this.tokens = tokens;
        this.vault = vault;
        this.successes = successes;
        this.start = start;
        this.clock = clock;
    }

    /** The project's connection; answers from memory, also when there is none. */
    public Optional<Connection> find(ProjectId project) {
        return memory.find(project).map(StoredConnection::connection);
    }

    /** As {@link #find}, from the database: a cache may be older than a change on another node, and what is sent cannot be taken back. */
    public Optional<Connection> findNow(ProjectId project) {
        return memory.freshly(project).connection().map(StoredConnection::connection);
    }

    /**
     * What opens the workspace of the project; empty when it is not connected.
     *
     * @throws org.intercomjira.platform.ApiException 503 vault.* when the token cannot be read
     */
    public Optional<Access> access(ProjectId project) {
        return memory.find(project).map(tokens::open);
    }

    /** All connections in the order of their projects' ids, from the database; without those of deleted and archived projects. */
    public List<Connection> all() {
        return store.all().stream().map(StoredConnection::connection).filter(connection -> !memory.isGone(connection.project())).toList();
    }

    /**
     * Says that the project's token no longer works. Does nothing when another token has been stored since: the answer
     * to a call may arrive after a reconnect.
     *
     * @param used the access that Intercom refused
     */
    public void markBroken(ProjectId project, Access used, String reasonCode) {
        memory.changing(project, () -> {
            store.find(project).filter(stored -> tokens.open(stored).token().equals(used.token())).ifPresent(stored -> breakIt(stored, reasonCode));
            return null;
        });
    }

    /** As above for callers that do not know the access they used. */
    public void markBroken(ProjectId project, String reasonCode) {
        memory.changing(project, () -> {
            store.find(project).ifPresent(stored -> breakIt(stored, reasonCode));
            return null;
        });
    }

    /**
     * Says that the project's token works again.
     *
     * @param used the access that Intercom accepted
     * @return false when another token has been stored since, or the connection is not broken
     */
    boolean mend(ProjectId project, Access used) {
        return memory.changing(project, () -> {
            boolean isBroken = store.find(project).filter(stored -> stored.connection().state() == ConnectionState.BROKEN)
                    .filter(stored -> tokens.open(stored).token().equals(used.token())).isPresent();
            if (isBroken) {
                store.changeState(project, ConnectionState.CONNECTED, null, clock.instant());
                successes.record(project);
            }
            return isBroken;
        });
    }

    /** Says that none of the tokens works, those of archived projects included: they may be restored. */
    public void breakAll(String reasonCode) {
        store.all().forEach(stored -> markBroken(stored.connection().project(), reasonCode));
    }

    /** Remembers that a call went well; kept in memory and written at most once a minute. */
    public void recordSuccess(ProjectId project) {
        successes.record(project);
    }

    /** True also while tokens cannot be read, Jira does not know the project, or its connection was just revoked: nothing is lost, it waits. */
    @Override
    public boolean isHeld(String sender) {
        ConnectionMemory.Known known = memory.known(new ProjectId(Long.parseLong(sender)));
        return known.connection().map(stored -> troubleOf(stored.connection()).isPresent()).orElseGet(() -> known.isHeld(clock.instant()));
    }

    /** Whether messages of a project wait for its connection though {@link #findNow} finds none; from the database. */
    public boolean isAwaited(ProjectId project) {
        return memory.freshly(project).isHeld(clock.instant());
    }

    /** Why the connection does not work, as a code; empty when it does. */
    public Optional<String> troubleOf(Connection connection) {
        VaultState state = vault.state();
        if (state != VaultState.READY) {
            return Optional.of(state.code());
        }
        return connection.state() == ConnectionState.BROKEN ? Optional.of(connection.stateReason()) : Optional.empty();
    }

    /** Stores the connection in the place of the project's old one, which is returned. */
    Optional<StoredConnection> replace(Connection connection, Secret token) {
        String cipher = tokens.seal(connection.project(), token);
        return memory.changing(connection.project(), () -> {
            Optional<StoredConnection> old = store.find(connection.project());
            Connection continued = old.map(before -> connection.after(before.connection())).orElse(connection);
            store.save(new StoredConnection(continued, cipher, previousAppUser(old, connection), clock.instant()));
            if (continued.connectedSince().equals(connection.connectedSince())) {
                start.connected(connection.project());
            }
            return old;
        });
    }

    /** Deletes the connection with its token; what waits for it is not kept. Empty when there was none. */
    Optional<StoredConnection> remove(ProjectId project) {
        return remove(project, () -> store.delete(project));
    }

    /** Deletes the connection with its token; what waits for it is kept for {@link Revocation#MESSAGES_KEPT}. Empty when there was none. */
    Optional<StoredConnection> revoke(ProjectId project) {
        return remove(project, () -> store.find(project).ifPresent(stored -> store.revoke(project, clock.instant())));
    }

    private Optional<StoredConnection> remove(ProjectId project, Runnable deletion) {
        return memory.changing(project, () -> {
            Optional<StoredConnection> old = store.find(project);
            deletion.run();
            successes.forget(project);
            return old;
        });
    }

    /** Until when the messages of a project without a connection are kept for the next one; empty when they are not. From the database. */
    Optional<Instant> messagesKeptUntil(ProjectId project) {
        return store.revokedAt(project).map(at -> at.plus(Revocation.MESSAGES_KEPT));
    }

    /** The projects whose messages have been kept for long enough after Revoke. */
    List<ProjectId> withOverdueMessages() {
        return store.revokedUntil(clock.instant().minus(Revocation.MESSAGES_KEPT));
    }

    /** Ends the wait of a project's messages for a connection. @return false when another node has done so, or when it is connected */
    boolean endWait(ProjectId project) {
        Instant latest = clock.instant().minus(Revocation.MESSAGES_KEPT);
        return memory.changing(project, () -> store.forgetRevocation(project, latest) && store.find(project).isEmpty());
    }

    boolean isUsedByAnyProject(WorkspaceId workspace) {
        return store.countOf(workspace) > 0;
    }

    /** Many calls may tell the same: it is broken since the first of them. */
    private void breakIt(StoredConnection stored, String reasonCode) {
        Connection connection = stored.connection();
        if (connection.state() != ConnectionState.BROKEN || !reasonCode.equals(connection.stateReason())) {
            store.changeState(connection.project(), ConnectionState.BROKEN, reasonCode, clock.instant());
        }
    }

    private static String previousAppUser(Optional<StoredConnection> old, Connection connection) {
        return old.map(stored -> stored.connection().appUser()).filter(appUser -> !appUser.id().equals(connection.appUser().id()))
                .map(appUser -> appUser.name()).orElse(null);
    }
}
