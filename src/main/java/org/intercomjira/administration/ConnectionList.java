package org.intercomjira.administration;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionOverview;
import org.intercomjira.connection.ConnectionOverview.Line;
import org.intercomjira.delivery.DeliveryCounts;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.intercom.Region;
import org.intercomjira.platform.VisibleText;
import org.springframework.stereotype.Component;

/** The connections of all projects as rows of a table. */
@Component
public class ConnectionList {
    private final ConnectionOverview connections;
    private final ProjectManager projects;
    private final Outbox outbox;
    private final I18nResolver i18n;

    ConnectionList(ConnectionOverview connections, @ComponentImport ProjectManager projects, Outbox outbox,
            @ComponentImport I18nResolver i18n) {
        this.connections = connections;
        this.projects = projects;
        this.outbox = outbox;
        this.i18n = i18n;
    }

    /** In the order of the projects' ids; connections of projects that are gone are left out. */
    List<Row> all() {
        return connections.all().stream().map(this::row).flatMap(Optional::stream).toList();
    }

    private Optional<Row> row(Line line) {
        return Optional.ofNullable(projects.getProjectObj(line.connection().project().value())).map(project -> row(line, project));
    }

    private Row row(Line line, Project project) {
        Connection connection = line.connection();
        DeliveryCounts counts = outbox.countsOf(String.valueOf(connection.project().value()));
        return new Row(project.getKey(), VisibleText.or(project.getName(), project.getKey()), connection.workspace().value(), connection.workspaceName(), connection.region(),
                connection.appUser().name(), line.trouble() == null ? "connected" : "broken", line.trouble(),
                line.trouble() == null ? null : i18n.getText("intercom.connection.reason." + line.trouble()), connection.connectedAt(), line.lastSuccess(),
                counts.waiting(), counts.failed());
    }

    /** One project's connection. */
    record Row(String projectKey, String projectName, String workspaceId, String workspaceName, Region region, String appUser, String state,
            String stateReason, String stateReasonText, Instant connectedAt, Instant lastSuccess, int waiting, int failed) {
    }
}
