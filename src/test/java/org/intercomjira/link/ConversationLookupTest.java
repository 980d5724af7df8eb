package org.intercomjira.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.intercomjira.link.Samples.CONVERSATION;
import static org.intercomjira.link.Samples.DEMO;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.intercom.Access;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.Failure;
import org.intercomjira.intercom.IntercomClient;
import org.intercomjira.intercom.Region;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.Secret;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConversationLookupTest {
    private static final Access ACCESS = new Access(Region.EU, new Secret("token"));

    private final IntercomClient intercom = mock(IntercomClient.class);
    private final ConnectionService connections = mock(ConnectionService.class);
    private final Connection connection = Samples.connection(ConnectionState.CONNECTED);
    private final ConversationLookup lookup = new ConversationLookup(intercom, connections);

    @BeforeEach
    void connect() {
        lenient().when(connections.access(DEMO)).thenReturn(Optional.of(ACCESS));
    }

    @Test
    void aConversationThatIsThereIsRemembered() {
        when(intercom.conversation(ACCESS, CONVERSATION))
                .thenReturn(CompletableFuture.completedFuture(new Answer.Ok<>(Samples.conversation("Checkout"))));

        assertThat(lookup.read(connection, CONVERSATION)).map(Snapshot::subject).contains("Checkout");
        verify(connections).recordSuccess(DEMO);
    }

    static Stream<Arguments> refusals() {
        return Stream.of(
                Arguments.of(new Failure.NotFound("not_found", ""), "link.conversation_not_found"),
                Arguments.of(new Failure.Refused(400, "parameter_invalid", ""), "link.conversation_not_found"),
                Arguments.of(new Failure.Forbidden("forbidden", ""), "link.conversation_forbidden"));
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void aConversationThatIsNotThereForTheAppUserIsRefused(Failure failure, String code) {
        answer(failure);

        assertThatThrownBy(() -> lookup.read(connection, CONVERSATION)).isInstanceOfSatisfying(ApiException.class, refusal -> {
            assertThat(refusal.status()).isEqualTo(422);
            assertThat(refusal.code()).isEqualTo(code);
        });
        verify(connections, never()).markBroken(any(), any(), any());
    }

    static Stream<Failure> passing() {
        return Stream.of(new Failure.Unreachable("refused"), new Failure.Unknown("time-out"), new Failure.RateLimited(Instant.EPOCH));
    }

    @ParameterizedTest
    @MethodSource("passing")
    void whenIntercomCannotBeAskedNothingIsKnown(Failure failure) {
        answer(failure);

        assertThat(lookup.read(connection, CONVERSATION)).isEmpty();
        verify(connections, never()).markBroken(any(), any(), any());
        verify(connections, never()).recordSuccess(any());
    }

    static Stream<Arguments> losses() {
        return Stream.of(
                Arguments.of(new Failure.AuthorisationLost("unauthorized", ""), "authorisation_lost"),
                Arguments.of(new Failure.NotSubscribed(""), "not_subscribed"));
    }

    @ParameterizedTest
    @MethodSource("losses")
    void aLostAuthorisationBreaksTheConnectionAndNothingIsKnown(Failure failure, String reason) {
        answer(failure);

        assertThat(lookup.read(connection, CONVERSATION)).isEmpty();
        verify(connections).markBroken(DEMO, ACCESS, reason);
    }

    @Test
    void aCallThatFailsInAnUnforeseenWayTellsNothing() {
        when(intercom.conversation(any(), any())).thenReturn(CompletableFuture.failedFuture(new IllegalStateException()));

        assertThat(lookup.read(connection, CONVERSATION)).isEmpty();
    }

    @Test
    void aBrokenConnectionIsNotTried() {
        assertThat(lookup.read(Samples.connection(ConnectionState.BROKEN), CONVERSATION)).isEmpty();
        verifyNoInteractions(intercom);
    }

    @Test
    void aConnectionThatWasRevokedJustNowIsMissing() {
        when(connections.access(DEMO)).thenReturn(Optional.empty());

        assertThatThrownBy(() -> lookup.read(connection, CONVERSATION)).hasMessage("connection.missing");
    }

    private void answer(Failure failure) {
        when(intercom.conversation(ACCESS, CONVERSATION)).thenReturn(CompletableFuture.completedFuture(new Answer.Failed<>(failure)));
    }
}
