package org.intercomjira.connection;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import java.time.Duration;
import org.intercomjira.delivery.CopyGuard;
import org.intercomjira.intercom.Access;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.Failure;
import org.intercomjira.intercom.Identity;
import org.intercomjira.intercom.Region;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.platform.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionProbeTest {
    private static final Access ACCESS = new Access(Region.US, Scene.TOKEN);
    private static final Failure LOST = new Failure.AuthorisationLost("unauthorized", "Access Token Invalid");

    @TempDir
    private Path home;
    private final CopyGuard copyGuard = mock(CopyGuard.class);
    private Scene scene;
    private ConnectionProbe probe;

    @BeforeEach
    void open() {
        scene = new Scene(home);
        probe = new ConnectionProbe(scene.store, scene.memory, scene.connections, scene.tokens, scene.intercom, scene.outbox, copyGuard, scene.clock);
        scene.connect(Scene.DEMO, Scene.ACME);
        answer(new Answer.Failed<>(LOST));
    }

    @AfterEach
    void close() throws Exception {
        scene.close();
    }

    @Test
    void a401ForTwoMinutesHealsByItself() {
        scene.connections.markBroken(Scene.DEMO, ACCESS, "authorisation_lost");
        for (int minute = 1; minute < 3; minute++) {
            scene.clock.advance(Duration.ofMinutes(1));
            probe.probeDue();
        }
        assertThat(scene.connections.isHeld("10000")).isTrue();
        verify(scene.intercom, times(1)).me(ACCESS);

        answer(accepted(Scene.identity(Scene.JIRA_APP, Scene.ACME, Region.US)));
        scene.clock.advance(Duration.ofMinutes(1));
        probe.probeDue();

        Connection mended = scene.connections.find(Scene.DEMO).orElseThrow();
        assertThat(mended.state()).isEqualTo(ConnectionState.CONNECTED);
        assertThat(mended.stateReason()).isNull();
        assertThat(mended.stateSince()).isEqualTo(scene.clock.instant());
        assertThat(scene.connections.isHeld("10000")).isFalse();
        verify(scene.outbox).release("10000");
    }

    @Test
    void aCopyOfJiraAsksNothing() {
        scene.connections.markBroken(Scene.DEMO, ACCESS, "authorisation_lost");
        when(copyGuard.isHeld()).thenReturn(true);
        scene.clock.advance(Duration.ofMinutes(1));

        probe.probeDue();

        verify(scene.intercom, never()).me(any());
    }

    @Test
    void aConnectionThatWorksIsNotProbed() {
        scene.clock.advance(Duration.ofDays(1));
        probe.probeDue();
        verifyNoInteractions(scene.intercom);
    }

    @ParameterizedTest
    @ValueSource(strings = {"vault_renewed", "a reason of a later version"})
    void whatDoesNotHealByItselfIsNotProbed(String reason) {
        scene.connections.markBroken(Scene.DEMO, reason);
        scene.clock.advance(Duration.ofDays(1));
        probe.probeDue();
        verifyNoInteractions(scene.intercom);
    }

    @Test
    void aTokenThatIsAcceptedForAnotherTeammateOrWorkspaceMendsNothing() {
        scene.connections.markBroken(Scene.DEMO, ACCESS, "not_subscribed");
        answer(accepted(Scene.identity(Scene.SAM, Scene.ACME, Region.US)));
        scene.clock.advance(ProbeSchedule.LONGEST);
        probe.probeDue();
        answer(accepted(Scene.identity(Scene.JIRA_APP, Scene.SECOND, Region.US)));
        scene.clock.advance(ProbeSchedule.LONGEST);
        probe.probeDue();
        verify(scene.intercom, times(2)).me(ACCESS);
        assertThat(scene.connections.isHeld("10000")).isTrue();
        verify(scene.outbox, never()).release(any());
    }

    @Test
    void aSilentIntercomIsAskedAgainAfterTheSameInterval() {
        scene.connections.markBroken(Scene.DEMO, ACCESS, "authorisation_lost");
        answer(new Answer.Failed<>(new Failure.Unreachable("down")));
        for (int minute = 0; minute < 3; minute++) {
            scene.clock.advance(Duration.ofMinutes(1));
            probe.probeDue();
        }
        verify(scene.intercom, times(3)).me(ACCESS);
        assertThat(scene.connections.isHeld("10000")).isTrue();
    }

    @Test
    void aReconnectDuringTheProbeStands() {
        scene.connections.markBroken(Scene.DEMO, ACCESS, "authorisation_lost");
        when(scene.intercom.me(any())).thenAnswer(call -> {
            scene.connections.replace(scene.connection(Scene.DEMO, Scene.ACME, Scene.SAM), new Secret("canary-token-2"));
            scene.connections.markBroken(Scene.DEMO, "not_subscribed");
            return completedFuture(accepted(Scene.identity(Scene.JIRA_APP, Scene.ACME, Region.US)));
        });
        scene.clock.advance(Duration.ofMinutes(1));
        probe.probeDue();
        assertThat(scene.connections.find(Scene.DEMO).orElseThrow().stateReason()).isEqualTo("not_subscribed");
    }

    @Test
    void ofManyTheLongestOverdueAreProbedFirstAndTheOthersNext() {
        for (int project = 0; project <= ConnectionProbe.MAX_AT_ONCE; project++) {
            scene.connect(new ProjectId(20_000 + project), Scene.ACME);
            scene.connections.markBroken(new ProjectId(20_000 + project), "authorisation_lost");
        }
        scene.clock.advance(Duration.ofMinutes(1));
        probe.probeDue();
        verify(scene.intercom, times(ConnectionProbe.MAX_AT_ONCE)).me(ACCESS);
        clearInvocations(scene.intercom);
        probe.probeDue();
        verify(scene.intercom, times(1)).me(ACCESS);
    }

    @Test
    void manyRefusalsOfOneTokenBreakTheConnectionOnce() {
        scene.connections.markBroken(Scene.DEMO, ACCESS, "authorisation_lost");
        Connection broken = scene.connections.find(Scene.DEMO).orElseThrow();
        scene.clock.advance(Duration.ofSeconds(50));
        scene.connections.markBroken(Scene.DEMO, ACCESS, "authorisation_lost");
        assertThat(scene.connections.find(Scene.DEMO)).contains(broken);
    }

    private void answer(Answer<Identity> answer) {
        when(scene.intercom.me(any())).thenReturn(completedFuture(answer));
    }

    private static Answer<Identity> accepted(Identity identity) {
        return new Answer.Ok<>(identity);
    }
}
