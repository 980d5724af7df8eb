package org.intercomjira.intercom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.intercomjira.platform.Secret;
import org.intercomjira.testing.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Answers that begin and never end, and the other faults that could keep a call under way for ever. */
class StalledAnswersTest {
    private static final Duration DEADLINE = Duration.ofMillis(300);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ConversationId CONVERSATION = new ConversationId("215");
    private static final TeammateId TEAMMATE = new TeammateId("5017691");
    private static final String ANSWER = "{\"id\":\"215\",\"state\":\"closed\"}";
    private static final Access ACCESS = new Access(Region.EU, new Secret("token-1"));

    private final ManualClock clock = new ManualClock(Instant.now());
    private final ScriptedServer intercom = new ScriptedServer();
    private final RateLimits limits = new RateLimits(clock);
    private final IntercomTransport transport = new IntercomTransport(clock, DEADLINE);
    private final IntercomClient client = new IntercomClient(new IntercomRequests(new IntercomEndpoints(true, intercom.address())), transport, limits);

    @AfterEach
    void close() throws Exception {
        transport.close();
        intercom.close();
    }

    @ParameterizedTest
    @MethodSource("calls")
    void everyCallEndsAtItsDeadlineThoughTheBodyStalls(Function<IntercomClient, CompletableFuture<? extends Answer<?>>> call) {
        intercom.willStall(200, ANSWER);

        assertThat(call.apply(client)).succeedsWithin(PATIENCE).isEqualTo(new Answer.Failed<>(new Failure.Unknown("timeout")));
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(intercom.openStalledConnections()).isZero());
        assertThat(limits.underWay(ACCESS)).isZero();
    }

    static Stream<Function<IntercomClient, CompletableFuture<? extends Answer<?>>>> calls() {
        return Stream.of(client -> client.note(ACCESS, CONVERSATION, TEAMMATE, () -> "<p>x</p>"), client -> client.conversation(ACCESS, CONVERSATION),
            client -> client.search(ACCESS, "total", 5), client -> client.me(ACCESS), client -> client.uninstall(ACCESS),
            client -> client.exchangeCode(new OAuthApp("client", new Secret("s")), "code"), client -> client.contact(ACCESS, "67"));
    }

    @Test
    void fortyStalledAnswersLeaveNothingBehindAndTheNextCallIsAnswered() {
        IntStream.range(0, 40).forEach(call -> intercom.willStall(200, ANSWER));
        List<CompletableFuture<Answer<Conversation>>> calls = IntStream.range(0, 40).mapToObj(call -> client.conversation(ACCESS, CONVERSATION)).toList();
        calls.forEach(call -> assertThat(call).succeedsWithin(PATIENCE).isInstanceOf(Answer.Failed.class));

        assertThat(limits.underWay(ACCESS)).isZero();
        intercom.willAnswer(200, ANSWER);
        assertThat(client.note(ACCESS, CONVERSATION, TEAMMATE, () -> "<p>x</p>")).succeedsWithin(PATIENCE).isInstanceOf(Answer.Ok.class);
    }

    @Test
    void aPersonWaitsForAnAnswerForAWhileOnly() {
        assertThat(Patience.await(new CompletableFuture<Answer<Identity>>(), Duration.ofMillis(1))).isEqualTo(new Answer.Failed<>(new Failure.Unknown("TimeoutException")));
        assertThat(Patience.LONGEST).isLessThan(IntercomTransport.REQUEST_TIME_OUT);
    }

    @Test
    void anErrorWhileTheRequestIsWrittenGivesTheCountBack() {
        Answer<Conversation> answer = client.note(ACCESS, CONVERSATION, TEAMMATE, () -> {
            throw new StackOverflowError();
        }).join();

        assertThat(answer).isEqualTo(new Answer.Failed<>(new Failure.Unreachable("withdrawn")));
        assertThat(limits.underWay(ACCESS)).isZero();
    }

    @Test
    void whatIsCancelledAtTheStopGivesTheCountBack() throws Exception {
        IntercomTransport patient = new IntercomTransport(clock);
        IntercomClient leaving = new IntercomClient(new IntercomRequests(new IntercomEndpoints(true, intercom.address())), patient, limits);
        intercom.willStall(200, ANSWER);
        CompletableFuture<Answer<Conversation>> call = leaving.conversation(ACCESS, CONVERSATION);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(intercom.openStalledConnections()).isEqualTo(1));

        patient.close();

        assertThat(call).succeedsWithin(PATIENCE).isInstanceOf(Answer.Failed.class);
        assertThat(limits.underWay(ACCESS)).isZero();
    }

    @Test
    void aCallThatHasNotEndedAfterTheLongestCallNoLongerCounts() {
        limits.enter(ACCESS, new Object());
        assertThat(limits.underWay(ACCESS)).isEqualTo(1);

        clock.advance(RateGate.LONGEST_CALL);

        assertThat(limits.underWay(ACCESS)).isZero();
    }

    @Test
    void answersAreReadOnThreadsOfOurOwn() {
        AtomicReference<Thread> reader = new AtomicReference<>();
        intercom.willStall(200, ANSWER);
        client.conversation(ACCESS, CONVERSATION).thenAccept(answer -> reader.set(Thread.currentThread()));
        await().atMost(PATIENCE).until(() -> reader.get() != null);
        assertThat(reader.get().getName()).startsWith("intercom-answer-");
        reader.set(null);

        intercom.willAnswer(200, ANSWER, () -> {
            await().pollDelay(Duration.ofMillis(50)).until(() -> true);
            return Map.of();
        });
        client.conversation(ACCESS, CONVERSATION).thenAccept(answer -> reader.set(Thread.currentThread()));
        await().atMost(PATIENCE).until(() -> reader.get() != null);

        assertThat(reader.get().getName()).startsWith("intercom-answer-");
    }
}
