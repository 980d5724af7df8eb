package org.intercomjira.connection;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.project.ProjectManager;
import com.atlassian.jira.user.ApplicationUser;
import java.nio.file.Path;
import java.util.Optional;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.intercom.Identity;
import org.intercomjira.intercom.IntercomClient;
import org.intercomjira.intercom.IntercomEndpoints;
import org.intercomjira.intercom.OAuthApp;
import org.intercomjira.intercom.Region;
import org.intercomjira.intercom.Teammate;
import org.intercomjira.intercom.TeammateId;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.platform.AuditTrail;
import org.intercomjira.platform.Permissions;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.platform.Secret;
import org.intercomjira.platform.SecretVault;
import org.intercomjira.platform.TestVault;
import org.intercomjira.settings.GlobalSettingsService;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.TestCaches;
import org.intercomjira.testing.TestDatabase;
import org.intercomjira.testing.TestPluginSettings;

/** Two projects, two people, a real vault and real tables; Intercom and Jira's rules are mocks. */
final class Scene implements AutoCloseable {
    static final ProjectId DEMO = new ProjectId(10_000);
    static final ProjectId OPS = new ProjectId(10_001);
    static final Teammate JIRA_APP = new Teammate(new TeammateId("5017691"), "Jira app", "jira-app@acme.example", "https://static.example.org/a.png");
    static final Teammate SAM = new Teammate(new TeammateId("5017692"), "Sam Support", null, null);
    static final WorkspaceId ACME = new WorkspaceId("ecahpwf5");
    static final WorkspaceId SECOND = new WorkspaceId("second01");
    static final Secret TOKEN = new Secret("canary-token-1");

    final ManualClock clock = new ManualClock();
    final TestDatabase database = TestDatabase.h2(ConnectionEntity.class, OAuthStateEntity.class, RevocationEntity.class);
    final ProjectManager projects = mock(ProjectManager.class);
    final Permissions permissions = mock(Permissions.class);
    final GlobalSettingsService globalSettings = mock(GlobalSettingsService.class);
    final IntercomClient intercom = mock(IntercomClient.class);
    final Outbox outbox = mock(Outbox.class);
    final AuditTrail audit = mock(AuditTrail.class);
    final ApplicationUser admin = user("project-admin");
    final SecretVault vault;
    final ConnectionStore store = new ConnectionStore(database.activeObjects());
    final OAuthStateStore states = new OAuthStateStore(database.activeObjects(), clock);
    final LastSuccesses successes = new LastSuccesses(store, clock);
    final ConnectionMemory memory = new ConnectionMemory(store, projects, TestVault.mutex(), new TestCaches());
    final ConnectionStart start = mock(ConnectionStart.class);
    final ConnectionTokens tokens;
    final ConnectionService connections;
    final ConnectionFlow flow;

    Scene(Path home) {
        vault = TestVault.in(home, new TestPluginSettings());
        tokens = new ConnectionTokens(vault);
        connections = connectionsWith(vault);
        flow = new ConnectionFlow(states, permissions, globalSettings, new IdentityFinder(intercom), connections, outbox, audit, clock);
        Project project = mock(Project.class);
        lenient().when(project.getKey()).thenReturn("DEMO");
        lenient().when(projects.getProjectObj(anyLong())).thenReturn(project);
        lenient().when(permissions.administeredProject(any(), any())).thenReturn(Optional.of(project));
        lenient().when(globalSettings.app()).thenReturn(Optional.of(new OAuthApp("demo-client", new Secret("canary-secret"))));
    }

    /** As after a restart, with another vault. */
    ConnectionService connectionsWith(SecretVault other) {
        return new ConnectionService(store, memory, new ConnectionTokens(other), other, successes, start, clock);
    }

    static ApplicationUser user(String key) {
        ApplicationUser user = mock(ApplicationUser.class);
        lenient().when(user.getKey()).thenReturn(key);
        return user;
    }

    static Identity identity(Teammate teammate, WorkspaceId workspace, Region region) {
        return new Identity(teammate, workspace, "Name of " + workspace.value(), region);
    }

    static IntercomEndpoints endpoints() {
        return new IntercomEndpoints();
    }

    Connection connection(ProjectId project, WorkspaceId workspace, Teammate appUser) {
        return new Connection(project, workspace, "Name of " + workspace.value(), Region.US, appUser, ConnectionState.CONNECTED, null, clock.instant(),
                admin.getKey(), clock.instant());
    }

    void connect(ProjectId project, WorkspaceId workspace) {
        connections.replace(connection(project, workspace, JIRA_APP), TOKEN);
    }

    @Override
    public void close() throws Exception {
        database.close();
    }
}
