package org.intercomjira.administration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.sal.api.message.I18nResolver;
import java.time.Instant;
import java.util.List;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionOverview;
import org.intercomjira.connection.ConnectionOverview.Line;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.delivery.DeliveryCounts;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.intercom.Region;
import org.intercomjira.intercom.Teammate;
import org.intercomjira.intercom.TeammateId;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.platform.ProjectId;
import org.junit.jupiter.api.Test;

class ConnectionListTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final ConnectionOverview connections = mock(ConnectionOverview.class);
    private final ProjectManager projects = mock(ProjectManager.class);
    private final Outbox outbox = mock(Outbox.class);
    private final I18nResolver i18n = mock(I18nResolver.class);
    private final ConnectionList list = new ConnectionList(connections, projects, outbox, i18n);

    @Test
    void aRowSaysWhatIsKnownOfAConnectionAndWhyItDoesNotWork() {
        Project demo = mock(Project.class);
        when(demo.getKey()).thenReturn("DEMO");
        when(projects.getProjectObj(10_000L)).thenReturn(demo);
        when(i18n.getText(anyString())).thenAnswer(call -> call.getArgument(0));
        when(outbox.countsOf("10000")).thenReturn(new DeliveryCounts(3, null, 2, 1));
        when(connections.all()).thenReturn(List.of(line(10_000, "not_subscribed"), line(10_001, null)));

        assertThat(list.all()).singleElement().satisfies(row -> {
            assertThat(row.projectKey()).isEqualTo("DEMO");
            assertThat(row.state()).isEqualTo("broken");
            assertThat(row.stateReasonText()).isEqualTo("intercom.connection.reason.not_subscribed");
            assertThat(row.lastSuccess()).isEqualTo(NOON);
            assertThat(row.waiting()).isEqualTo(3);
            assertThat(row.failed()).isEqualTo(1);
        });
    }

    private static Line line(long project, String trouble) {
        Teammate app = new Teammate(new TeammateId("5017691"), "Jira app", null, null);
        return new Line(new Connection(new ProjectId(project), new WorkspaceId("ecahpwf5"), "Acme Support", Region.US, app, ConnectionState.CONNECTED, null,
                NOON, "JIRAUSER1", NOON), trouble, NOON);
    }
}
