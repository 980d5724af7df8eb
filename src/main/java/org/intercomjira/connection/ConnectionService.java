package org.intercomjira.connection;

import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheManager;
import com.atlassian.cache.CacheSettingsBuilder;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.intercomjira.delivery.SenderHold;
import org.intercomjira.intercom.Access;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.platform.ClusterMutex;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.platform.Secret;
import org.intercomjira.platform.SecretPlace;
import org.intercomjira.platform.SecretVault;
import org.intercomjira.platform.VaultState;
import org.springframework.stereotype.Component;

/** The connections of projects, from memory. */
@Component
public class ConnectionService implements SenderHold {
    private static final long LONGEST_IN_MEMORY_MINUTES = 10;

    private final ConnectionStore store;
    private final ProjectManager projects;
    private final SecretVault vault;
    private final ClusterMutex mutex;
    private final Clock clock;
    private final LastSuccesses successes;
    private final Cache<Long, Optional<StoredConnection>> cache;

    ConnectionService(ConnectionStore store, @ComponentImport ProjectManager projects, SecretVault vault, ClusterMutex mutex, Clock clock,
            LastSuccesses successes, @ComponentImport CacheManager caches) {
        this.store = store;
        this.projects = projects;
        this.vault = vault;
        this.mutex = mutex;
        this.clock = clock;
        this.successes = successes;
        this.cache = caches.getCache(ConnectionService.class.getName(), this::load, new CacheSettingsBuilder().remote()
                .replicateViaInvalidation().expireAfterWrite(LONGEST_IN_MEMORY_MINUTES, TimeUnit.MINUTES).build());
        // Jira keeps a cache over a reinstallation of the plugin, whose new classes cannot read what the old ones left
        cache.removeAll();
    }

    /** The project's connection; answers from memory, also when there is none. */
    public Optional<Connection> find(ProjectId project) {
        return cache.get(project.value()).map(StoredConnection::connection);
    }

    /**
     * What opens the workspace of the project; empty when it is not connected.
     *
     * @throws org.intercomjira.platform.ApiException 503 vault.* when the token cannot be read
     */
    public Optional<Access> access(ProjectId project) {
        return cache.get(project.value()).map(this::open);
    }

    /**
     * Says that the project's token no longer works. Does nothing when another token has been stored since: the answer
     * to a call may arrive after a reconnect.
     *
     * @param used the access that Intercom refused
     */
    public void markBroken(ProjectId project, Access used, String reasonCode) {
        changing(project, () -> {
            store.find(project).filter(stored -> open(stored).token().equals(used.token())).ifPresent(stored -> breakIt(stored, reasonCode));
            return null;
        });
    }

    /** As above for callers that do not know the access they used. */
    public void markBroken(ProjectId project, String reasonCode) {
        changing(project, () -> {
            store.find(project).ifPresent(stored -> breakIt(stored, reasonCode));
            return null;
        });
    }

    /** Remembers that a call went well; kept in memory and written at most once a minute. */
    public void recordSuccess(ProjectId project) {
        successes.record(project);
    }

    /** True also while tokens cannot be read: then nothing is lost, it waits. */
    @Override
    public boolean isHeld(String sender) {
        Optional<Connection> connection = find(new ProjectId(Long.parseLong(sender)));
        return connection.flatMap(this::troubleOf).isPresent();
    }

    /** From the database, for people who look at this very connection. */
    Optional<StoredConnection> freshly(ProjectId project) {
        return load(project.value());
    }

    /** Why the connection does not work, as a code; empty when it does. */
    public Optional<String> troubleOf(Connection connection) {
        VaultState state = vault.state();
        if (state != VaultState.READY) {
            return Optional.of(state.code());
        }
        return connection.state() == ConnectionState.BROKEN ? Optional.of(connection.stateReason()) : Optional.empty();
    }

    Optional<Instant> lastSuccessHere(ProjectId project) {
        return successes.of(project);
    }

    /** Stores the connection in the place of the project's old one, which is returned. */
    Optional<StoredConnection> replace(Connection connection, Secret token) {
        String cipher = vault.seal(token, place(connection.project()));
        return changing(connection.project(), () -> {
            Optional<StoredConnection> old = store.find(connection.project());
            store.save(new StoredConnection(connection, cipher, previousAppUser(old, connection), clock.instant()));
            return old;
        });
    }

    /** Deletes the connection with its token. Empty when there was none. */
    Optional<StoredConnection> remove(ProjectId project) {
        return changing(project, () -> {
            Optional<StoredConnection> old = store.find(project);
            store.delete(project);
            successes.forget(project);
            return old;
        });
    }

    boolean isUsedByAnyProject(WorkspaceId workspace) {
        return store.countOf(workspace) > 0;
    }

    /** All connections in the order of their projects' ids, from the database. */
    public List<Connection> all() {
        return store.all().stream().map(StoredConnection::connection).toList();
    }

    Access open(StoredConnection stored) {
        Connection connection = stored.connection();
        return new Access(connection.region(), vault.open(stored.tokenCipher(), place(connection.project())));
    }

    private Optional<StoredConnection> load(Long projectId) {
        ProjectId project = new ProjectId(projectId);
        Optional<StoredConnection> stored = store.find(project);
        if (stored.isPresent() && isGone(projectId)) {
            store.delete(project);
            return Optional.empty();
        }
        return stored;
    }

    /** Jira tells of deleted projects only while the plugin runs, and of archived ones never: noticed when asked for. */
    private boolean isGone(Long projectId) {
        Project project = projects.getProjectObj(projectId);
        return project == null || project.isArchived();
    }

    private void breakIt(StoredConnection stored, String reasonCode) {
        store.changeState(stored.connection().project(), ConnectionState.BROKEN, reasonCode, clock.instant());
    }

    private <T> T changing(ProjectId project, Supplier<T> change) {
        try {
            return mutex.holding("org.intercomjira.connection." + project.value(), change);
        } finally {
            cache.remove(project.value());
        }
    }

    private static String previousAppUser(Optional<StoredConnection> old, Connection connection) {
        return old.map(stored -> stored.connection().appUser()).filter(appUser -> !appUser.id().equals(connection.appUser().id()))
                .map(appUser -> appUser.name()).orElse(null);
    }

    private static SecretPlace place(ProjectId project) {
        return new SecretPlace("CONNECTION", String.valueOf(project.value()), "TOKEN_CIPHER");
    }
}
