package org.intercomjira.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.jira.project.Project;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.intercomjira.intercom.Access;
import org.intercomjira.intercom.Region;
import org.intercomjira.intercom.Teammate;
import org.intercomjira.intercom.TeammateId;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.Secret;
import org.intercomjira.platform.TestVault;
import org.intercomjira.testing.TestPluginSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionServiceTest {
    @TempDir
    private Path home;
    private Scene scene;
    private ConnectionService connections;

    @BeforeEach
    void open() {
        scene = new Scene(home);
        connections = scene.connections;
    }

    @AfterEach
    void close() throws Exception {
        scene.close();
    }

    @Test
    void whatWasStoredIsFoundWithItsToken() {
        scene.connect(Scene.DEMO, Scene.ACME);
        assertThat(connections.find(Scene.DEMO)).contains(scene.connection(Scene.DEMO, Scene.ACME, Scene.JIRA_APP));
        assertThat(connections.access(Scene.DEMO)).contains(new Access(Region.US, Scene.TOKEN));
        assertThat(connections.find(Scene.OPS)).isEmpty();
    }

    @Test
    void askingAgainCostsNoQueryAlsoWhenThereIsNoConnection() {
        scene.connect(Scene.DEMO, Scene.ACME);
        connections.find(Scene.DEMO);
        connections.find(Scene.OPS);
        int before = scene.database.statements();
        connections.find(Scene.DEMO);
        connections.access(Scene.DEMO);
        connections.find(Scene.OPS);
        connections.isHeld("10000");
        assertThat(scene.database.statements()).isEqualTo(before);
    }

    @Test
    void theTokenIsNotInTheTable() {
        scene.connect(Scene.DEMO, Scene.ACME);
        StoredConnection stored = scene.store.find(Scene.DEMO).orElseThrow();
        assertThat(stored.toString()).doesNotContain("canary");
        assertThat(stored.tokenCipher()).startsWith("v1:");
    }

    @Test
    void oneProjectsTokenDoesNotOpenInAnothersRow() {
        scene.connect(Scene.DEMO, Scene.ACME);
        StoredConnection stolen = scene.store.find(Scene.DEMO).orElseThrow();
        scene.store.save(new StoredConnection(scene.connection(Scene.OPS, Scene.ACME, Scene.JIRA_APP), stolen.tokenCipher(), null, null));
        assertThatExceptionOfType(ApiException.class).isThrownBy(() -> connections.access(Scene.OPS))
                .satisfies(e -> assertThat(e.code()).isEqualTo("vault.unreadable"));
    }

    @Test
    void connectingAgainReplacesTheProjectsOneConnectionAndRemembersWhoWasTheAppUser() {
        scene.connect(Scene.DEMO, Scene.ACME);
        connections.replace(scene.connection(Scene.DEMO, Scene.SECOND, Scene.SAM), new Secret("canary-token-2"));
        assertThat(connections.all()).containsExactly(scene.connection(Scene.DEMO, Scene.SECOND, Scene.SAM));
        assertThat(scene.store.find(Scene.DEMO).orElseThrow().previousAppUser()).isEqualTo("Jira app");
        assertThat(connections.access(Scene.DEMO).orElseThrow().token().reveal()).isEqualTo("canary-token-2");
    }

    @Test
    void aRefusedTokenBreaksTheConnectionAndHoldsItsMessages() {
        scene.connect(Scene.DEMO, Scene.ACME);
        assertThat(connections.isHeld("10000")).isFalse();
        connections.markBroken(Scene.DEMO, new Access(Region.US, Scene.TOKEN), "authorisation_lost");
        assertThat(connections.find(Scene.DEMO).orElseThrow().stateReason()).isEqualTo("authorisation_lost");
        assertThat(connections.isHeld("10000")).isTrue();
    }

    @Test
    void theRefusalOfAnOldTokenDoesNotBreakTheNewConnection() {
        scene.connect(Scene.DEMO, Scene.ACME);
        Access old = connections.access(Scene.DEMO).orElseThrow();
        connections.replace(scene.connection(Scene.DEMO, Scene.ACME, Scene.JIRA_APP), new Secret("canary-token-2"));
        connections.markBroken(Scene.DEMO, old, "authorisation_lost");
        assertThat(connections.find(Scene.DEMO).orElseThrow().state()).isEqualTo(ConnectionState.CONNECTED);
    }

    @Test
    void connectingAgainMendsABrokenConnection() {
        scene.connect(Scene.DEMO, Scene.ACME);
        connections.markBroken(Scene.DEMO, "not_subscribed");
        scene.connect(Scene.DEMO, Scene.ACME);
        assertThat(connections.isHeld("10000")).isFalse();
        assertThat(connections.troubleOf(connections.find(Scene.DEMO).orElseThrow())).isEmpty();
    }

    @Test
    void aReconnectKeepsSinceWhenTheProjectIsConnected() {
        scene.connect(Scene.DEMO, Scene.ACME);
        Instant first = scene.clock.instant();
        scene.clock.advance(Duration.ofDays(3));
        connections.replace(scene.connection(Scene.DEMO, Scene.ACME, Scene.SAM), new Secret("canary-token-2"));

        Connection reconnected = connections.find(Scene.DEMO).orElseThrow();
        assertThat(reconnected.connectedSince()).isEqualTo(first);
        assertThat(reconnected.connectedAt()).isEqualTo(scene.clock.instant());
        verify(scene.start).connected(Scene.DEMO);
    }

    @Test
    void aConnectAfterRevokeOrToAnotherWorkspaceBeginsAnew() {
        scene.connect(Scene.DEMO, Scene.ACME);
        scene.clock.advance(Duration.ofHours(1));
        scene.connect(Scene.DEMO, Scene.SECOND);
        assertThat(connections.find(Scene.DEMO).orElseThrow().connectedSince()).isEqualTo(scene.clock.instant());

        connections.remove(Scene.DEMO);
        scene.clock.advance(Duration.ofHours(1));
        scene.connect(Scene.DEMO, Scene.SECOND);
        assertThat(connections.find(Scene.DEMO).orElseThrow().connectedSince()).isEqualTo(scene.clock.instant());
        verify(scene.start, times(3)).connected(Scene.DEMO);
    }

    @Test
    void aStaleCacheDoesNotHideWhatIsInTheDatabase() {
        assertThat(connections.find(Scene.DEMO)).isEmpty();
        // another node, whose message to this one's cache has not arrived
        scene.store.save(new StoredConnection(scene.connection(Scene.DEMO, Scene.ACME, Scene.JIRA_APP), "v1:cipher", null, null));
        assertThat(connections.find(Scene.DEMO)).isEmpty();
        assertThat(connections.findNow(Scene.DEMO)).contains(scene.connection(Scene.DEMO, Scene.ACME, Scene.JIRA_APP));
        scene.store.delete(Scene.DEMO);
        assertThat(connections.findNow(Scene.DEMO)).isEmpty();
    }

    @Test
    void aProjectWithoutConnectionIsNotHeld() {
        assertThat(connections.isHeld("10001")).isFalse();
    }

    @Test
    void withoutTheVaultsKeyMessagesWait() throws Exception {
        TestPluginSettings settings = new TestPluginSettings();
        Path other = Files.createDirectory(home.resolve("other"));
        TestVault.in(other, settings).state();
        scene.connect(Scene.DEMO, Scene.ACME);
        Files.delete(other.resolve("intercom-for-jira.key"));
        ConnectionService restarted = scene.connectionsWith(TestVault.in(other, settings));
        assertThat(restarted.isHeld("10000")).isTrue();
        assertThat(restarted.troubleOf(restarted.find(Scene.DEMO).orElseThrow())).contains("vault.key_missing");
    }

    @Test
    void aProjectThatJiraDoesNotKnowIsNotUsedButKeepsItsTokenAndItsMessages() {
        scene.connect(Scene.DEMO, Scene.ACME);
        when(scene.projects.getProjectObj(anyLong())).thenReturn(null);

        assertThat(connections.access(Scene.DEMO)).isEmpty();
        assertThat(connections.findNow(Scene.DEMO)).isEmpty();
        assertThat(connections.all()).isEmpty();

        assertThat(scene.store.find(Scene.DEMO)).isPresent();
        assertThat(connections.isHeld("10000")).isTrue();
        assertThat(connections.isAwaited(Scene.DEMO)).isTrue();
    }

    @Test
    void aListOfAllConnectionsLeavesOutThoseOfArchivedProjects() {
        scene.connect(Scene.DEMO, Scene.ACME);
        assertThat(connections.all()).hasSize(1);
        Project archived = mock(Project.class);
        when(archived.isArchived()).thenReturn(true);
        when(scene.projects.getProjectObj(anyLong())).thenReturn(archived);

        assertThat(connections.all()).isEmpty();
        assertThat(scene.store.find(Scene.DEMO)).isPresent();
    }

    @Test
    void anArchivedProjectsTokenIsBrokenWithAllOthers() {
        scene.connect(Scene.DEMO, Scene.ACME);
        when(scene.projects.getProjectObj(anyLong())).thenReturn(null);
        connections.breakAll("vault_renewed");
        assertThat(scene.store.find(Scene.DEMO).orElseThrow().connection().stateReason()).isEqualTo("vault_renewed");
    }

    @Test
    void messagesOfAProjectThatWasNeverConnectedWaitForNothing() {
        when(scene.projects.getProjectObj(anyLong())).thenReturn(null);
        assertThat(connections.isHeld("10001")).isFalse();
        assertThat(connections.isAwaited(Scene.OPS)).isFalse();
    }

    @Test
    void successesAreWrittenOnceAMinute() {
        scene.connect(Scene.DEMO, Scene.ACME);
        Instant first = scene.clock.instant();
        connections.recordSuccess(Scene.DEMO);
        scene.clock.advance(Duration.ofSeconds(59));
        connections.recordSuccess(Scene.DEMO);
        assertThat(scene.store.find(Scene.DEMO).orElseThrow().lastSuccess()).isEqualTo(first);
        assertThat(scene.successes.latest(scene.store.find(Scene.DEMO).orElseThrow())).contains(first.plusSeconds(59));
        scene.clock.advance(Duration.ofSeconds(1));
        connections.recordSuccess(Scene.DEMO);
        assertThat(scene.store.find(Scene.DEMO).orElseThrow().lastSuccess()).isEqualTo(first.plusSeconds(60));
    }

    @Test
    void namesOfAnyLengthAreStored() {
        Teammate wordy = new Teammate(new TeammateId("1"), "n".repeat(1_000), "e".repeat(1_000), "https://" + "a".repeat(1_000));
        connections.replace(scene.connection(Scene.DEMO, Scene.ACME, wordy), new Secret("t".repeat(5_000)));
        assertThat(connections.find(Scene.DEMO).orElseThrow().appUser()).isEqualTo(new Teammate(new TeammateId("1"), "n".repeat(255), "e".repeat(255), null));
        assertThat(connections.access(Scene.DEMO).orElseThrow().token().reveal()).hasSize(5_000);
    }
}
