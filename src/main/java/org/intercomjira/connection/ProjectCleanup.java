package org.intercomjira.connection;

import com.atlassian.event.api.EventListener;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.event.ProjectDeletedEvent;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.platform.StartsWithJira;
import org.intercomjira.platform.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** A deleted project takes its connection and token with it. */
@Component
public class ProjectCleanup implements StartsWithJira {
    private static final Logger LOG = LoggerFactory.getLogger(ProjectCleanup.class);

    private final EventPublisher events;
    private final ConnectionService connections;

    ProjectCleanup(@ComponentImport EventPublisher events, ConnectionService connections) {
        this.events = events;
        this.connections = connections;
    }

    @Override
    public void start() {
        events.register(this);
    }

    @Override
    public void stop() {
        events.unregister(this);
    }

    /** Never breaks the deletion: a connection that stays behind is removed after a day, see {@link GoneProjects}. */
    @EventListener
    public void onProjectDeleted(ProjectDeletedEvent event) {
        try {
            connections.remove(new ProjectId(event.getId()));
        } catch (RuntimeException e) {
            LOG.warn("The connection of the deleted project {} could not be removed", event.getId(), new Trace(e));
        }
    }
}
