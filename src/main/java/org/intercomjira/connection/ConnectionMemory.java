package org.intercomjira.connection;

import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheManager;
import com.atlassian.cache.CacheSettingsBuilder;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
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
    private final Cache<Long, Optional<StoredConnection>> cache;

    ConnectionMemory(ConnectionStore store, @ComponentImport ProjectManager projects, ClusterMutex mutex, @ComponentImport CacheManager caches) {
        this.store = store;
        this.projects = projects;
        this.mutex = mutex;
        this.cache = caches.getCache(ConnectionMemory.class.getName(), this::load, new CacheSettingsBuilder().remote()
                .replicateViaInvalidation().expireAfterWrite(LONGEST_IN_MEMORY_MINUTES, TimeUnit.MINUTES).build());
        // Jira keeps a cache over a reinstallation of the plugin, whose new classes cannot read what the old ones left
        cache.removeAll();
    }

    Optional<StoredConnection> find(ProjectId project) {
        return cache.get(project.value());
    }

    /** From the database, for people who look at this very connection. */
    Optional<StoredConnection> freshly(ProjectId project) {
        return load(project.value());
    }

    /** Does what reads and then writes the project's row; no other node does so at the same time, and all forget what they knew. */
    <T> T changing(ProjectId project, Supplier<T> change) {
        try {
            return mutex.holding("org.intercomjira.connection." + project.value(), change);
        } finally {
            cache.remove(project.value());
        }
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

    /** Drops the connection of a project that is no more, or archived, without waiting until somebody asks for it. @return whether it did */
    boolean dropIfGone(ProjectId project) {
        if (!isGone(project.value())) {
            return false;
        }
        store.delete(project);
        cache.remove(project.value());
        return true;
    }

    /** Jira tells of deleted projects only while the plugin runs, and of archived ones never: noticed when asked for. */
    private boolean isGone(Long projectId) {
        Project project = projects.getProjectObj(projectId);
        return project == null || project.isArchived();
    }
}
