package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.intercomjira.delivery.TestNode.message;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The engine of one node: real threads, real database, a courier that does what the test says. */
class EngineTest {
    private final TestDatabase database = TestDatabase.h2(OutboxEntity.class, LaneEntity.class);
    private final ManualClock clock = new ManualClock();
    private final ScriptedCourier courier = new ScriptedCourier();
    private final TestNode.Cluster cluster = new TestNode.Cluster();
    private final TestNode node = new TestNode(database.activeObjects(), clock, cluster, courier);

    @BeforeEach
    void start() {
        node.lanes.start();
    }

    @AfterEach
    void stop() throws SQLException {
        node.close();
        database.close();
    }

    @Test
    void whatIsEnqueuedIsDelivered() {
        node.enqueue("1", "a");

        eventually(() -> assertThat(counts()).isEqualTo(new DeliveryCounts(0, null, 1, 0)));
        assertThat(courier.delivered()).containsExactly("a");
        assertThat(courier.attempts().get(0)).satisfies(attempt -> {
            assertThat(attempt.failedAttempts()).isZero();
            assertThat(attempt.mayHaveBeenSent()).isFalse();
            assertThat(attempt.message()).isEqualTo(message("1", "a"));
        });
    }

    @Test
    void aFactIsToldOnce() {
        assertThat(node.outbox.enqueue(message("1", "a"))).isTrue();
        assertThat(node.outbox.enqueue(message("1", "a"))).isFalse();

        eventually(() -> assertThat(counts().delivered24h()).isEqualTo(1));
        assertThat(node.outbox.enqueue(message("1", "a"))).isFalse();
        assertThat(courier.attempts()).hasSize(1);
    }

    @Test
    void oneConversationGetsItsMessagesInTheirOrderOneAtATime() {
        CompletableFuture<Outcome> first = courier.willWait("a");
        node.enqueue("1", "a", "b", "c");
        eventually(() -> assertThat(courier.attempts()).hasSize(1));
        node.enqueue("2", "other");

        eventually(() -> assertThat(courier.delivered()).containsExactly("other"));
        assertThat(courier.attempts()).hasSize(2);

        first.complete(new Outcome.Delivered());
        eventually(() -> assertThat(courier.delivered()).containsExactly("other", "a", "b", "c"));
    }

    @Test
    void manyConversationsAreServedAtOnceButNeverMoreThanTheBound() {
        List<CompletableFuture<Outcome>> outcomes = IntStream.range(0, 100).mapToObj(i -> courier.willWait("m" + i)).toList();
        IntStream.range(0, 100).forEach(i -> node.enqueue("c" + i, "m" + i));

        eventually(() -> assertThat(courier.attempts()).hasSize(Flights.MOST));
        outcomes.forEach(outcome -> outcome.complete(new Outcome.Delivered()));
        eventually(() -> assertThat(courier.delivered()).hasSize(100).doesNotHaveDuplicates());
    }

    @Test
    void whatCouldNotBeReachedIsTriedAgainLaterAndBlocksOnlyItsConversation() {
        courier.willAnswer("a", new Outcome.Unreachable("refused"));
        node.enqueue("1", "a", "b");
        node.enqueue("2", "c");

        eventually(() -> assertThat(TestNode.head(node.store, "workspace:1")).hasValueSatisfying(failed -> assertThat(failed.attempts()).isEqualTo(1)));
        eventually(() -> assertThat(counts()).isEqualTo(new DeliveryCounts(2, clock.instant(), 1, 0)));
        assertThat(courier.attempts()).hasSize(2);

        later(BackOff.FIRST);
        eventually(() -> assertThat(courier.delivered()).containsExactly("c", "a", "b"));
        assertThat(courier.attemptsOf("a").get(1).failedAttempts()).isEqualTo(1);
        assertThat(courier.attemptsOf("a").get(1).mayHaveBeenSent()).isFalse();
    }

    @Test
    void whatMayHaveArrivedSaysSoAtTheNextTry() {
        courier.willAnswer("a", new Outcome.Unknown("timeout"), new Outcome.Unreachable("refused"));
        node.enqueue("1", "a");

        eventually(() -> assertThat(courier.attempts()).hasSize(1));
        eventually(() -> assertThat(TestNode.due(node.store, Status.WAITING, clock.instant().plus(LeaseTimes.FIRST_LOOK).plus(BackOff.FIRST), 9)).hasSize(1));
        assertThat(TestNode.due(node.store, Status.WAITING, clock.instant().plus(LeaseTimes.FIRST_LOOK).minusMillis(1), 9)).isEmpty();
        later(LeaseTimes.FIRST_LOOK.plus(BackOff.FIRST));
        eventually(() -> assertThat(courier.attempts()).hasSize(2));
        eventually(() -> {
            later(BackOff.LONGEST);
            assertThat(courier.delivered()).containsExactly("a");
        });
        assertThat(courier.attempts()).extracting(Attempt::mayHaveBeenSent).containsExactly(false, true, true);
    }

    @Test
    void aCourierThatThrowsOrFailsOrSaysNothingIsAnUnknownOutcome() {
        CompletableFuture<Outcome> failing = courier.willWait("a");
        failing.completeExceptionally(new IllegalStateException("broken"));
        CompletableFuture<Outcome> silent = courier.willWait("b");
        silent.complete(null);
        node.enqueue("1", "a");
        node.enqueue("2", "b");

        eventually(() -> {
            later(BackOff.FIRST);
            assertThat(courier.delivered()).containsExactlyInAnyOrder("a", "b");
        });
        assertThat(courier.attempts()).filteredOn(Attempt::mayHaveBeenSent).hasSize(2);
    }

    @Test
    void aLostMessageGoesBeforeTheOneThatNoticesIt() {
        node.precedence.set(attempt -> attempt.message().payload().equals("c") && recover("b", "c") > 0
            ? Optional.of(new Outcome.NotYet(clock.instant())) : Optional.empty());
        node.enqueue("1", "a", "c", "d");

        eventually(() -> assertThat(courier.delivered()).containsExactly("a", "b", "c", "d"));
        assertThat(courier.attempts()).hasSize(4);
    }

    @Test
    void aLostMessageGoesBetweenThoseThatWait() {
        CompletableFuture<Outcome> first = courier.willWait("a");
        node.enqueue("1", "a", "b", "d");
        eventually(() -> assertThat(courier.attempts()).hasSize(1));
        recover("c", "d");

        assertThat(node.outbox.known(List.of("fact:a", "fact:c", "fact:z"))).isEqualTo(Map.of("fact:a", new KnownFact(true, null), "fact:c", new KnownFact(true, null)));
        first.complete(new Outcome.Delivered());
        eventually(() -> assertThat(courier.delivered()).containsExactly("a", "b", "c", "d"));
        assertThat(node.outbox.known(List.of("fact:a"))).isEqualTo(Map.of("fact:a", new KnownFact(false, null)));
    }

    @Test
    void aLostMessageThatIsFoundLaterGoesBeforeOneThatWasFoundEarlier() {
        CompletableFuture<Outcome> first = courier.willWait("a");
        node.enqueue("1", "a", "c", "e");
        eventually(() -> assertThat(courier.attempts()).hasSize(1));
        assertThat(recover("d", "e")).isEqualTo(1);
        assertThat(recover("b", "c", "d", "e")).isEqualTo(1);
        assertThat(recover("b", "c")).as("it is known by now").isZero();

        first.complete(new Outcome.Delivered());
        eventually(() -> assertThat(courier.delivered()).containsExactly("a", "b", "c", "d", "e"));
    }

    private int recover(String payload, String... later) {
        return node.outbox.enqueueMissing("lane", "10000", List.of(new MissingMessage("lost:" + payload, message("1", payload),
            Arrays.stream(later).map(each -> "fact:" + each).collect(Collectors.toSet()))), List.of());
    }

    @Test
    void anErrorIsTroubleForALaneAndNotItsEnd() {
        node.errorsToCome.set(1);
        node.enqueue("1", "a");
        eventually(() -> assertThat(node.errorsToCome).hasValue(0));

        eventually(() -> {
            later(Duration.ofSeconds(5));
            assertThat(courier.delivered()).containsExactly("a");
        });
    }

    @Test
    void whenItCannotBeSaidWhatGoesFirstNothingIsSentYet() {
        node.precedence.set(attempt -> {
            throw new IllegalStateException("database gone");
        });
        node.enqueue("1", "a");
        eventually(() -> assertThat(node.store.nextTime("workspace", Status.WAITING)).hasValueSatisfying(time -> assertThat(time).isAfterOrEqualTo(clock.instant())));
        assertThat(courier.attempts()).isEmpty();

        node.precedence.set(attempt -> Optional.empty());
        eventually(() -> {
            later(BackOff.FIRST);
            assertThat(courier.delivered()).containsExactly("a");
        });
        assertThat(courier.attempts()).singleElement().satisfies(attempt -> assertThat(attempt.mayHaveBeenSent()).isFalse());
    }

    @Test
    void aRefusedMessageIsDeadAtOnceAndFreesItsConversation() {
        courier.willAnswer("a", new Outcome.Refused("parameter_invalid", "Body is required"));
        node.enqueue("1", "a", "b");

        eventually(() -> assertThat(courier.delivered()).containsExactly("b"));
        eventually(() -> assertThat(counts()).isEqualTo(new DeliveryCounts(0, null, 1, 1)));
        assertThat(node.failed()).singleElement().satisfies(failed -> {
            assertThat(failed.reason()).isEqualTo("parameter_invalid");
            assertThat(failed.attempts()).isEqualTo(1);
            assertThat(failed.nextAt()).isEqualTo(clock.instant());
        });
        assertThat(node.outbox.find("fact:a")).get().extracting(Progress::state, Progress::code, Progress::reason)
            .containsExactly(Progress.State.DEAD, "parameter_invalid", "Body is required");
    }

    @Test
    void aDroppedMessageIsNeitherDeliveredNorFailed() {
        courier.willAnswer("a", new Outcome.Dropped("comment deleted"));
        node.enqueue("1", "a");

        eventually(() -> assertThat(counts()).isEqualTo(new DeliveryCounts(0, null, 0, 0)));
        assertThat(courier.attempts()).hasSize(1);
    }

    @Test
    void aRateLimitPausesTheLaneAndBurnsNoAttempt() {
        Instant end = clock.instant().plusSeconds(10);
        CompletableFuture<Outcome> limited = courier.willWait("a");
        node.enqueue("1", "a");
        eventually(() -> assertThat(courier.attempts()).hasSize(1));
        limited.complete(new Outcome.RateLimited(end));
        eventually(() -> assertThat(node.store.nextTime("workspace", Status.WAITING)).contains(end));

        node.enqueue("2", "b");
        later(Duration.ofSeconds(9));
        eventually(() -> assertThat(counts().waiting()).isEqualTo(2));
        assertThat(courier.attempts()).hasSize(1);

        later(Duration.ofSeconds(1));
        eventually(() -> assertThat(courier.delivered()).containsExactlyInAnyOrder("a", "b"));
        assertThat(courier.attempts()).allSatisfy(attempt -> assertThat(attempt.failedAttempts()).isZero());
    }

    @Test
    void lostAuthorisationHoldsItsSenderAloneUntilItIsReleased() {
        CompletableFuture<Outcome> lost = courier.willWait("a");
        node.enqueue("1", "a", "b");
        eventually(() -> assertThat(courier.attempts()).hasSize(1));
        node.held.add("10000");
        lost.complete(new Outcome.AuthorisationLost("token_revoked"));
        node.enqueue("3", "c");
        node.outbox.enqueue(message("20000", "2", "d"));

        eventually(() -> assertThat(courier.delivered()).containsExactly("d"));
        later(Duration.ofHours(30));
        eventually(() -> assertThat(counts().waiting()).isEqualTo(3));
        assertThat(courier.attempts()).hasSize(2);

        node.held.clear();
        node.outbox.release("10000");
        eventually(() -> assertThat(courier.delivered()).containsExactlyInAnyOrder("d", "a", "b", "c"));
        assertThat(courier.delivered()).containsSubsequence("a", "b");
        assertThat(courier.attemptsOf("a").get(1).failedAttempts()).isZero();
        assertThat(courier.attemptsOf("a").get(1).mayHaveBeenSent()).isFalse();
    }

    @Test
    void aHeldSenderStepsAsideForOthersInTheSameConversationAndKeepsItsOwnOrder() {
        CompletableFuture<Outcome> lost = courier.willWait("a");
        node.enqueue("1", "a");
        eventually(() -> assertThat(courier.attempts()).hasSize(1));
        node.outbox.enqueue(message("20000", "1", "other"));
        node.enqueue("1", "b");
        eventually(() -> assertThat(waiting()).extracting(Delivery::state).containsOnlyOnce("sending").contains("blocked"));
        node.held.add("10000");
        lost.complete(new Outcome.AuthorisationLost("token_revoked"));

        eventually(() -> assertThat(courier.delivered()).containsExactly("other"));
        node.outbox.enqueue(message("20000", "1", "another"));
        eventually(() -> assertThat(courier.delivered()).containsExactly("other", "another"));

        node.held.clear();
        node.outbox.release("10000");
        eventually(() -> assertThat(courier.delivered()).containsExactly("other", "another", "a", "b"));
    }

    @Test
    void whatIsOnItsWayIsNotOvertakenThoughItsSenderIsHeldMeanwhile() {
        CompletableFuture<Outcome> underWay = courier.willWait("a");
        node.enqueue("1", "a");
        eventually(() -> assertThat(courier.attempts()).hasSize(1));
        node.held.add("10000");
        node.outbox.enqueue(message("20000", "1", "other"));
        eventually(() -> assertThat(waiting()).extracting(Delivery::state).containsExactly("sending", "blocked"));

        underWay.complete(new Outcome.Delivered());
        eventually(() -> assertThat(courier.delivered()).containsExactly("a", "other"));
    }

    @Test
    void aHeldSenderThatIsFreeAgainIsNoticedEvenIfNobodyReleasesIt() {
        node.held.add("10000");
        node.enqueue("1", "a");
        eventually(() -> assertThat(node.store.held("workspace", "10000", 9)).hasSize(1));

        node.held.clear();
        later(OutcomeRules.LOOK_AGAIN);
        eventually(() -> assertThat(courier.delivered()).containsExactly("a"));
    }

    @Test
    void manyMessagesOfAHeldSenderDoNotKeepOthersWaiting() {
        node.held.add("10000");
        IntStream.range(0, 3 * Claims.PAGE).forEach(i -> node.enqueue("c" + i % 150, "m" + i));
        node.outbox.enqueue(message("20000", "x", "other"));

        eventually(() -> assertThat(courier.delivered()).containsExactly("other"));
    }

    @Test
    void theThrownKillSwitchLetsNothingOut() {
        node.killSwitch.stopDeliveries();
        node.enqueue("1", "a");
        node.lanes.wakeAll();
        assertThat(counts().waiting()).isEqualTo(1);
        assertThat(courier.attempts()).isEmpty();

        node.killSwitch.resumeDeliveries();
        node.lanes.wakeAll();
        eventually(() -> assertThat(courier.delivered()).containsExactly("a"));
    }

    @Test
    void aClaimThatRanOutIsTakenOverAndMayHaveBeenSent() {
        node.lanes.stop();
        node.enqueue("1", "a", "b");
        Claims.Page claimedByADeadNode = new Claims(node.store, new Senders(noHolds()), clock).claim("workspace", 9);
        assertThat(claimedByADeadNode.claimed()).hasSize(1);

        node.lanes.start();
        later(LeaseTimes.LEASE.minusMillis(1));
        eventually(() -> assertThat(counts().waiting()).isEqualTo(2));
        assertThat(courier.attempts()).isEmpty();

        eventually(() -> {
            later(Duration.ofMinutes(1));
            assertThat(courier.delivered()).containsExactly("a", "b");
        });
        assertThat(courier.attemptsOf("a")).singleElement().satisfies(attempt -> {
            assertThat(attempt.mayHaveBeenSent()).isTrue();
            assertThat(attempt.failedAttempts()).isEqualTo(1);
        });
    }

    @Test
    void whileTheDatabaseIsGoneNothingIsLostAndNothingDoubled() {
        CompletableFuture<Outcome> first = courier.willWait("a");
        node.enqueue("1", "a", "b");
        eventually(() -> assertThat(courier.attempts()).hasSize(1));

        database.goAway();
        first.complete(new Outcome.Delivered());
        eventually(() -> assertThat(courier.delivered()).containsExactly("a"));
        database.comeBack();

        eventually(() -> {
            node.lanes.wakeAll();
            assertThat(courier.delivered()).containsExactly("a", "b");
        });
        assertThat(courier.attempts()).hasSize(2);
    }

    @Test
    void anInsertThatBecomesVisibleLateIsFoundWithoutAnotherWord() {
        database.activeObjects().executeInTransaction(() -> {
            node.enqueue("1", "a");
            eventually(() -> assertThat(database.statements()).isPositive());
            return null;
        });

        eventually(() -> assertThat(courier.delivered()).containsExactly("a"));
    }

    @Test
    void aRolledBackMessageIsNeverSent() {
        try {
            database.activeObjects().executeInTransaction(() -> {
                node.enqueue("1", "a");
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException e) {
            node.enqueue("2", "b");
        }

        eventually(() -> assertThat(counts()).isEqualTo(new DeliveryCounts(0, null, 1, 0)));
        assertThat(courier.delivered()).containsExactly("b");
    }

    @Test
    void afterStoppingNoThreadIsLeftAndNothingIsSent() {
        node.enqueue("1", "a");
        eventually(() -> assertThat(counts().delivered24h()).isEqualTo(1));
        CompletableFuture<Outcome> open = courier.willWait("b");
        node.enqueue("1", "b");
        eventually(() -> assertThat(courier.attempts()).hasSize(2));

        CompletableFuture<Void> stopping = CompletableFuture.runAsync(node.lanes::stop);
        open.complete(new Outcome.Delivered());
        stopping.join();
        node.enqueue("1", "c");

        eventually(() -> assertThat(Thread.getAllStackTraces().keySet())
            .noneMatch(thread -> thread.getName().matches("intercom-(lane|courier|timer)-.*")));
        assertThat(counts()).isEqualTo(new DeliveryCounts(1, clock.instant(), 2, 0));
        assertThat(courier.delivered()).containsExactly("a", "b");
    }

    @Test
    void whatWaitedWhenTheEngineStoppedGoesOutWhenItStartsAgain() {
        node.lanes.stop();
        node.enqueue("1", "a", "b");

        node.lanes.start();

        eventually(() -> assertThat(courier.delivered()).containsExactly("a", "b"));
    }

    private void later(Duration duration) {
        clock.advance(duration);
        node.lanes.wakeAll();
    }

    private List<Delivery> waiting() {
        return new Deliveries(database.activeObjects()).list(new Deliveries.Filter(Deliveries.Kind.WAITING, null, null), 0, 9);
    }

    private DeliveryCounts counts() {
        return node.outbox.countsOf("10000");
    }

    private static org.springframework.beans.factory.ObjectProvider<SenderHold> noHolds() {
        return new org.springframework.beans.factory.support.StaticListableBeanFactory().getBeanProvider(SenderHold.class);
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().pollInterval(Duration.ofMillis(10)).atMost(TestNode.PATIENCE).untilAsserted(assertion);
    }
}
