package org.intercomjira.connection;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Duration;
import net.java.ao.DBParam;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.intercomjira.connection.Revocation.AppAtIntercom;
import org.intercomjira.delivery.DeliveryCounts;
import org.intercomjira.intercom.Access;
import org.intercomjira.delivery.CopyGuard;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.Failure;
import org.intercomjira.intercom.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationTest {
    @TempDir
    private Path home;
    private Scene scene;
    private Revocation revocation;
    private final CopyGuard copyGuard = mock(CopyGuard.class);

    @BeforeEach
    void open() {
        scene = new Scene(home);
        revocation = new Revocation(scene.connections, scene.tokens, scene.intercom, scene.outbox, copyGuard);
        scene.connect(Scene.DEMO, Scene.ACME);
    }

    @AfterEach
    void close() throws Exception {
        scene.close();
    }

    @Test
    void theLastProjectOfAWorkspaceUninstallsTheApp() {
        scene.connect(Scene.OPS, Scene.SECOND);
        when(scene.intercom.uninstall(any())).thenReturn(completedFuture(new Answer.Ok<>(null)));
        assertThat(revocation.revoke(Scene.DEMO)).isEqualTo(AppAtIntercom.UNINSTALLED);
        verify(scene.intercom).uninstall(new Access(Region.US, Scene.TOKEN));
        assertThat(scene.store.find(Scene.DEMO)).isEmpty();
    }

    private void intercomUninstalls() {
        when(scene.intercom.uninstall(any())).thenReturn(completedFuture(new Answer.Ok<>(null)));
    }

    /** The token may be production's, and uninstalling would revoke it there. */
    @Test
    void aJiraThatMayBeACopyDeletesTheTokenAndLeavesTheApp() {
        when(copyGuard.isHeld()).thenReturn(true);
        assertThat(revocation.revoke(Scene.DEMO)).isEqualTo(AppAtIntercom.KEPT);
        verifyNoInteractions(scene.intercom);
        assertThat(scene.store.find(Scene.DEMO)).isEmpty();
    }

    @Test
    void theAppStaysWhileAnotherProjectUsesTheWorkspace() {
        scene.connect(Scene.OPS, Scene.ACME);
        assertThat(revocation.revoke(Scene.DEMO)).isEqualTo(AppAtIntercom.KEPT);
        verifyNoInteractions(scene.intercom);
        assertThat(scene.connections.find(Scene.DEMO)).isEmpty();
        assertThat(scene.connections.access(Scene.OPS)).isPresent();
    }

    @Test
    void theTokenIsDeletedHereAlsoWhenIntercomIsDown() {
        when(scene.intercom.uninstall(any())).thenReturn(completedFuture(new Answer.Failed<>(new Failure.Unreachable("down"))));
        assertThat(revocation.revoke(Scene.DEMO)).isEqualTo(AppAtIntercom.NOT_REACHED);
        assertThat(scene.store.find(Scene.DEMO)).isEmpty();
    }

    @Test
    void aTokenThatCannotBeReadIsDeletedToo() {
        scene.store.save(new StoredConnection(scene.connection(Scene.DEMO, Scene.ACME, Scene.JIRA_APP), "v1:damaged", null, null));
        assertThat(revocation.revoke(Scene.DEMO)).isEqualTo(AppAtIntercom.NOT_REACHED);
        assertThat(scene.store.find(Scene.DEMO)).isEmpty();
    }

    /** What waits with a limit can be interrupted, what joins a call cannot. */
    @Test
    void aStalledUninstallDoesNotHoldItsThread() throws Exception {
        when(scene.intercom.uninstall(any())).thenAnswer(call -> {
            Thread.currentThread().interrupt();
            return new CompletableFuture<>();
        });
        AtomicReference<AppAtIntercom> result = new AtomicReference<>();
        Thread server = new Thread(() -> result.set(revocation.revoke(Scene.DEMO)));

        server.start();
        server.join(TimeUnit.MINUTES.toMillis(1));

        assertThat(result).hasValue(AppAtIntercom.NOT_REACHED);
    }

    @Test
    void whatWaitsIsHeldForADayAndThenDropped() {
        intercomUninstalls();
        revocation.revoke(Scene.DEMO);
        assertThat(scene.connections.isHeld("10000")).isTrue();
        assertThat(scene.connections.isAwaited(Scene.DEMO)).isTrue();

        scene.clock.advance(Revocation.MESSAGES_KEPT.minusMillis(1));
        revocation.endOverdueWaits();
        assertThat(scene.connections.isHeld("10000")).isTrue();
        verify(scene.outbox, never()).release(any());

        scene.clock.advance(Duration.ofMillis(1));
        when(scene.outbox.countsOf("10000")).thenReturn(new DeliveryCounts(3, null, 0, 0));
        assertThat(scene.connections.isHeld("10000")).as("until it is counted").isTrue();
        revocation.endOverdueWaits();
        assertThat(scene.connections.isHeld("10000")).isFalse();
        assertThat(scene.connections.isAwaited(Scene.DEMO)).isFalse();
        verify(scene.outbox).release("10000");
        assertThat(scene.store.revokedAt(Scene.DEMO)).isEmpty();
    }

    @Test
    void withoutTheJobTheWaitEndsAllTheSame() {
        intercomUninstalls();
        revocation.revoke(Scene.DEMO);
        scene.clock.advance(Revocation.MESSAGES_HELD);
        assertThat(scene.connections.isHeld("10000")).isFalse();
    }

    @Test
    void aRevocationThatIsNewerThanTheOneThatIsOverdueStands() {
        scene.store.revoke(Scene.DEMO, scene.clock.instant());
        scene.clock.advance(Duration.ofHours(1));
        assertThat(scene.connections.endWait(Scene.DEMO)).isFalse();
        assertThat(scene.store.revokedAt(Scene.DEMO)).isPresent();
    }

    @Test
    void anotherConnectionEndsTheWait() {
        intercomUninstalls();
        revocation.revoke(Scene.DEMO);
        scene.connect(Scene.DEMO, Scene.ACME);
        assertThat(scene.connections.isHeld("10000")).isFalse();
        assertThat(scene.store.revokedAt(Scene.DEMO)).isEmpty();
    }

    /** A node of an older version connects a project and leaves the row of the revocation behind. */
    @Test
    void aRevocationThatIsLeftBehindHoldsNothingThatIsConnected() {
        scene.store.revoke(Scene.OPS, scene.clock.instant());
        scene.store.save(scene.store.find(Scene.DEMO).orElseThrow());
        scene.store.revoke(Scene.DEMO, scene.clock.instant());
        scene.database.activeObjects().create(ConnectionEntity.class, new DBParam("PROJECT_ID", 10_000L), new DBParam("WORKSPACE_ID", "ecahpwf5"),
                new DBParam("REGION", "US"), new DBParam("APP_USER_ID", "1"), new DBParam("STATE", "CONNECTED"));
        assertThat(scene.connections.isAwaited(Scene.DEMO)).isFalse();

        scene.clock.advance(Revocation.MESSAGES_KEPT);
        when(scene.outbox.countsOf(any())).thenReturn(new DeliveryCounts(1, null, 0, 0));
        revocation.endOverdueWaits();
        verify(scene.outbox).release("10001");
        verify(scene.outbox, never()).release("10000");
    }

    @Test
    void aDeletedProjectKeepsNothing() {
        intercomUninstalls();
        scene.connections.remove(Scene.DEMO);
        assertThat(scene.connections.isHeld("10000")).isFalse();

        scene.connect(Scene.DEMO, Scene.ACME);
        revocation.revoke(Scene.DEMO);
        scene.connections.remove(Scene.DEMO);
        assertThat(scene.connections.isHeld("10000")).isFalse();
        assertThat(scene.store.revokedAt(Scene.DEMO)).isEmpty();
    }

    @Test
    void revokingWhatIsNotConnectedDoesNothing() {
        assertThat(revocation.revoke(Scene.OPS)).isEqualTo(AppAtIntercom.KEPT);
        verifyNoInteractions(scene.intercom);
    }
}
