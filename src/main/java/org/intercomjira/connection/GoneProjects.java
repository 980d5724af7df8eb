package org.intercomjira.connection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.intercomjira.platform.ProjectId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Deletes the connections of projects that are archived, or that Jira does not know. Jira fires no event for a project that was deleted
 * while the app was off, and its project cache may be stale on one node: a token is deleted only after every look for a day has found the
 * project gone, whichever node looked.
 */
@Component
class GoneProjects {
    static final Duration GONE_FOR = Duration.ofDays(1);
    static final Duration BETWEEN_LOOKS = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(GoneProjects.class);

    private final ConnectionStore store;
    private final ConnectionMemory memory;
    private final ConnectionService connections;
    private final Clock clock;
    private Instant nextLook = Instant.MIN;

    GoneProjects(ConnectionStore store, ConnectionMemory memory, ConnectionService connections, Clock clock) {
        this.store = store;
        this.memory = memory;
        this.connections = connections;
        this.clock = clock;
    }

    /** Looks at the projects of all connections, at most once an hour. */
    synchronized void look() {
        Instant now = clock.instant();
        if (now.isBefore(nextLook)) {
            return;
        }
        nextLook = now.plus(BETWEEN_LOOKS);
        store.all().forEach(stored -> look(stored.connection().project(), now));
    }

    private void look(ProjectId project, Instant now) {
        boolean isOver = store.recordLook(project, memory.isGone(project), now).filter(since -> !now.isBefore(since.plus(GONE_FOR))).isPresent();
        if (isOver) {
            LOG.warn("Project {} has been deleted or archived for a day: its connection and token are deleted", project.value());
            connections.remove(project);
        }
    }
}
