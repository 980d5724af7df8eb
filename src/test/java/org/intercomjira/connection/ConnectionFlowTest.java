package org.intercomjira.connection;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.Failure;
import org.intercomjira.intercom.Identity;
import org.intercomjira.intercom.Region;
import org.intercomjira.intercom.Teammate;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.AuditAction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class ConnectionFlowTest {
    private static final Failure LOST = new Failure.AuthorisationLost("unauthorized", "Access Token Invalid");

    @TempDir
    private Path home;
    private Scene scene;

    @BeforeEach
    void open() {
        scene = new Scene(home);
        when(scene.intercom.exchangeCode(any(), any())).thenReturn(completedFuture(new Answer.Ok<>(Scene.TOKEN)));
        identify(Scene.JIRA_APP, Scene.ACME);
    }

    @AfterEach
    void close() throws Exception {
        scene.close();
    }

    @Test
    void aConsentBecomesAConnection() {
        assertThat(finish()).isEqualTo(ConnectResult.CONNECTED);
        assertThat(scene.connections.find(Scene.DEMO)).contains(scene.connection(Scene.DEMO, Scene.ACME, Scene.JIRA_APP));
        verify(scene.intercom).exchangeCode(any(), eq("code="));
        verify(scene.outbox).release("10000");
        verify(scene.audit).record("project-admin", AuditAction.CONNECTION_CONNECTED, Scene.DEMO, "result=connected workspace=ecahpwf5 app_user=5017691");
    }

    @Test
    void theResultSaysWhatChanged() {
        finish();
        assertThat(finish()).isEqualTo(ConnectResult.RECONNECTED);
        identify(Scene.SAM, Scene.ACME);
        assertThat(finish()).isEqualTo(ConnectResult.APP_USER_CHANGED);
        identify(Scene.SAM, Scene.SECOND);
        assertThat(finish()).isEqualTo(ConnectResult.WORKSPACE_CHANGED);
    }

    @ParameterizedTest
    @NullAndEmptySource
    void aDeniedConsentStoresNothing(String code) {
        assertThat(scene.flow.finish(scene.admin, state(), code).result()).isEqualTo(ConnectResult.DENIED);
        assertNothingHappened();
    }

    @Test
    void aStateOlderThanTenMinutesStoresNothing() {
        String state = state();
        scene.clock.advance(Duration.ofMinutes(10));
        assertThat(scene.flow.finish(scene.admin, state, "code").result()).isEqualTo(ConnectResult.EXPIRED);
        assertNothingHappened();
    }

    @Test
    void aStateIsRefusedTheSecondTime() {
        String state = state();
        scene.flow.finish(scene.admin, state, "code");
        assertRefused(() -> scene.flow.finish(scene.admin, state, "code"));
    }

    @Test
    void anotherUserIsRefused() {
        String state = state();
        assertRefused(() -> scene.flow.finish(Scene.user("other"), state, "code"));
        assertNothingHappened();
    }

    @Test
    void whoLostThePermissionMeanwhileIsRefused() {
        String state = state();
        when(scene.permissions.administeredProject(any(), any())).thenReturn(Optional.empty());
        assertRefused(() -> scene.flow.finish(scene.admin, state, "code"));
        assertNothingHappened();
    }

    @Test
    void aMissingAppStoresNothing() {
        when(scene.globalSettings.app()).thenReturn(Optional.empty());
        assertThat(finish()).isEqualTo(ConnectResult.APP_MISSING);
        assertNothingHappened();
    }

    @ParameterizedTest
    @MethodSource("failuresOfTheExchange")
    void aCodeThatIsNotTakenStoresNothing(Failure failure, ConnectResult result) {
        when(scene.intercom.exchangeCode(any(), any())).thenReturn(completedFuture(new Answer.Failed<>(failure)));
        assertThat(finish()).isEqualTo(result);
        assertThat(scene.connections.all()).isEmpty();
    }

    static Stream<Arguments> failuresOfTheExchange() {
        return Stream.of(Arguments.of(LOST, ConnectResult.CODE_REFUSED), Arguments.of(new Failure.Refused(400, "x", "x"), ConnectResult.CODE_REFUSED),
                Arguments.of(new Failure.Unreachable("x"), ConnectResult.UNAVAILABLE), Arguments.of(new Failure.Unknown("x"), ConnectResult.UNAVAILABLE));
    }

    @ParameterizedTest
    @MethodSource("failuresOfTheIdentity")
    void anIdentityThatIsNotToldStoresNothing(Failure failure, ConnectResult result) {
        when(scene.intercom.me(any())).thenReturn(completedFuture(new Answer.Failed<>(failure)));
        assertThat(finish()).isEqualTo(result);
        assertThat(scene.connections.all()).isEmpty();
    }

    static Stream<Arguments> failuresOfTheIdentity() {
        return Stream.of(Arguments.of(LOST, ConnectResult.IDENTITY_REFUSED), Arguments.of(new Failure.NotSubscribed("x"), ConnectResult.NOT_SUBSCRIBED),
                Arguments.of(new Failure.Refused(200, "unknown_region", "x"), ConnectResult.UNKNOWN_REGION),
                Arguments.of(new Failure.Unreachable("x"), ConnectResult.UNAVAILABLE));
    }

    @Test
    void aWorkspaceOfAnotherRegionIsFoundThere() {
        when(scene.intercom.me(any())).thenReturn(completedFuture(new Answer.Failed<>(LOST)));
        Identity australian = Scene.identity(Scene.JIRA_APP, Scene.ACME, Region.AU);
        when(scene.intercom.me(argThat(access -> access != null && access.region() == Region.EU)))
                .thenReturn(completedFuture(new Answer.Failed<>(new Failure.Unreachable("firewall"))));
        when(scene.intercom.me(argThat(access -> access != null && access.region() == Region.AU))).thenReturn(completedFuture(new Answer.Ok<>(australian)));
        assertThat(finish()).isEqualTo(ConnectResult.CONNECTED);
        assertThat(scene.connections.access(Scene.DEMO).orElseThrow().region()).isEqualTo(Region.AU);
    }

    @Test
    void anIntercomThatIsDownIsNotAskedInEveryRegion() {
        when(scene.intercom.me(any())).thenReturn(completedFuture(new Answer.Failed<>(new Failure.Unreachable("down"))));
        finish();
        verify(scene.intercom).me(any());
    }

    @Test
    void aClosedVaultStoresNothing() throws Exception {
        Files.writeString(home.resolve("intercom-for-jira.key"), "damaged");
        assertThat(finish()).isEqualTo(ConnectResult.VAULT_CLOSED);
        assertThat(scene.connections.all()).isEmpty();
        verify(scene.outbox, never()).release(any());
    }

    private ConnectResult finish() {
        ConnectionFlow.Return back = scene.flow.finish(scene.admin, state(), "code=");
        assertThat(back.projectKey()).isEqualTo("DEMO");
        return back.result();
    }

    private String state() {
        return scene.states.issue("project-admin", Scene.DEMO, Region.US);
    }

    private void identify(Teammate teammate, WorkspaceId workspace) {
        when(scene.intercom.me(any())).thenReturn(completedFuture(new Answer.Ok<>(Scene.identity(teammate, workspace, Region.US))));
    }

    private void assertNothingHappened() {
        verifyNoInteractions(scene.audit);
        assertThat(scene.connections.all()).isEmpty();
        verifyNoInteractions(scene.intercom, scene.outbox);
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatExceptionOfType(ApiException.class).isThrownBy(call).satisfies(e -> assertThat(e.code()).isEqualTo("connection.state_refused"));
    }
}
