package org.intercomjira.connection;

import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheManager;
import com.atlassian.cache.CacheSettingsBuilder;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.intercomjira.platform.ClusterMutex;
import org.intercomjira.platform.ProjectId;
import org.springframework.stereotype.Component;

/** What the store holds, kept in memory until it changes on any node; also that a project has no connection. */
@Component
class ConnectionMemory {
    private static final long LONGEST_IN_MEMORY_MINUTES = 10;

    private final ConnectionStore store;
    private final ProjectManager projects;
    private final ClusterMutex mutex;
    private final Cache<Long, Known> cache;

    ConnectionMemory(ConnectionStore store, @ComponentImport ProjectManager projects, ClusterMutex mutex, @ComponentImport CacheManager caches) {
        this.store = store;
        this.projects = projects;
        this.mutex = mutex;
        this.cache = caches.getCache(ConnectionMemory.class.getName(), this::load, new CacheSettingsBuilder().remote()
                .replicateViaInvalidation().expireAfterWrite(LONGEST_IN_MEMORY_MINUTES, TimeUnit.MINUTES).build());
        // Jira keeps a cache over a reinstallation of the plugin, whose new classes cannot read what the old ones left
        cache.removeAll();
    }

    /**
     * What is known of a project's connection.
     *
     * @param stored    null when there is none, or none that may be used
     * @param heldUntil until when the project's messages wait though no connection may be used; null when they need not
     */
    record Known(StoredConnection stored, Instant heldUntil) {
        Optional<StoredConnection> connection() {
            return Optional.ofNullable(stored);
        }

        boolean isHeld(Instant now) {
            return heldUntil != null && now.isBefore(heldUntil);
        }
    }

    Optional<StoredConnection> find(ProjectId project) {
        return known(project).connection();
    }

    Known known(ProjectId project) {
        return usable(project, cache.get(project.value()));
    }

    /** From the database, for people who look at this very connection, and for what cannot be taken back. */
    Known freshly(ProjectId project) {
        return usable(project, load(project.value()));
    }

    /** Does what reads and then writes the project's row; no other node does so at the same time, and all forget what they knew. */
    <T> T changing(ProjectId project, Supplier<T> change) {
        try {
            return mutex.holding("org.intercomjira.connection." + project.value(), change);
        } finally {
            cache.remove(project.value());
        }
    }

    private Known load(Long projectId) {
        ProjectId project = new ProjectId(projectId);
        return store.find(project).map(stored -> new Known(stored, null))
                .orElseGet(() -> new Known(null, store.revokedAt(project).map(at -> at.plus(Revocation.MESSAGES_HELD)).orElse(null)));
    }

    /** Asked each time: Jira knows its projects from memory, and a project that is restored is connected at once. */
    private Known usable(ProjectId project, Known known) {
        return known.stored() != null && isGone(project) ? new Known(null, Instant.MAX) : known;
    }

    /**
     * Whether Jira has archived the project, or does not know it. Jira's own caches may be stale, so this alone deletes nothing: see
     * {@link GoneProjects}.
     */
    boolean isGone(ProjectId project) {
        Project found = projects.getProjectObj(project.value());
        return found == null || found.isArchived();
    }
}
