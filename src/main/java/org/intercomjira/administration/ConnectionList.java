package org.intercomjira.administration;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.delivery.DeliveryCounts;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.intercom.Region;
import org.springframework.stereotype.Component;

/** The connections of all projects as rows of a table. */
@Component
public class ConnectionList {
    private final ConnectionService connections;
    private final ProjectManager projects;
    private final Outbox outbox;

    ConnectionList(ConnectionService connections, @ComponentImport ProjectManager projects, Outbox outbox) {
        this.connections = connections;
        this.projects = projects;
        this.outbox = outbox;
    }

    /** In the order of the projects' ids; connections of projects that are gone are left out. */
    List<Row> all() {
        return connections.all().stream().map(this::row).flatMap(Optional::stream).toList();
    }

    private Optional<Row> row(Connection connection) {
        return Optional.ofNullable(projects.getProjectObj(connection.project().value())).map(project -> row(connection, project));
    }

    private Row row(Connection connection, Project project) {
        DeliveryCounts counts = outbox.countsOf(String.valueOf(connection.project().value()));
        String trouble = connections.troubleOf(connection).orElse(null);
        return new Row(project.getKey(), project.getName(), connection.workspace().value(), connection.workspaceName(), connection.region(),
                connection.appUser().name(), trouble == null ? "connected" : "broken", trouble, connection.connectedAt(),
                counts.waiting(), counts.failed());
    }

    /** One project's connection. */
    record Row(String projectKey, String projectName, String workspaceId, String workspaceName, Region region, String appUser, String state,
            String stateReason, Instant connectedAt, int waiting, int failed) {
    }
}
