package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.intercomjira.delivery.TestNode.message;
import static org.intercomjira.delivery.TestNode.move;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Lock;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What sends a message that nothing else would wake the lane for: these are stored as another node does it, which wakes nobody here. */
class WakesTest {
    private static final Duration SOON = Duration.ofMillis(80);
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
    void aReleaseSendsWhatWasHeld() {
        node.held.add("10000");
        storedAlready("a");
        until(() -> status() == Status.HELD);
        node.held.clear();

        node.outbox.release("10000");

        until(() -> courier.delivered().contains("a"));
    }

    /** The release may have been on another node, so whoever saw the sender lose its authorisation remembers it. */
    @Test
    void whatLostItsAuthorisationGoesOutWithTheNextLookOnceItsSenderMaySend() {
        CompletableFuture<Outcome> answer = courier.willWait("a");
        storedAlready("a");
        until(() -> !courier.attempts().isEmpty());
        node.held.add("10000");
        answer.complete(new Outcome.AuthorisationLost("revoked"));
        until(() -> status() == Status.HELD);
        node.held.clear();

        node.lanes.wakeAll();

        until(() -> courier.delivered().contains("a"));
    }

    @Test
    void aMessageIsSentWhenItsTimeComes() {
        node.store.insert(message("1", "a"), clock.instant().plus(SOON), null);
        node.lanes.wakeAll();
        clock.advance(SOON);

        until(() -> courier.delivered().contains("a"));
    }

    @Test
    void afterTheRateLimitTheLaneGoesOnByItself() {
        courier.willAnswer("a", new Outcome.RateLimited(clock.instant().plus(SOON)));
        storedAlready("a");
        until(() -> !courier.attempts().isEmpty());
        clock.advance(SOON);

        until(() -> courier.delivered().contains("a"));
    }

    @Test
    void aLaneThatAnotherNodeHasIsAskedForAgain() {
        Lock lock = new LaneLocks(cluster.locks()).ofLane("workspace");
        assertThat(lock.tryLock()).isTrue();
        storedAlready("a");
        await().during(Duration.ofMillis(200)).atMost(TestNode.PATIENCE).until(() -> courier.attempts().isEmpty());
        lock.unlock();

        until(() -> courier.delivered().contains("a"));
    }

    @Test
    void whatIsRetriedByAnAdministratorIsSent() {
        // The look at the start would send it, were it late.
        node.lanes.stop();
        node.store.insert(message("1", "a"), clock.instant(), null);
        StoredMessage.Claim claim = new StoredMessage.Claim("node", clock.instant());
        StoredMessage stored = TestNode.head(node.store, "workspace:1").orElseThrow();
        move(node.store, stored, Move.claim(claim, clock.instant()));
        TestNode.record(node.store, stored.claimed(claim), new Change(Status.DEAD, clock.instant(), 1, null, null, "not_found", "reason"));

        node.lanes.start();
        assertThat(node.deadLetters.retryAll("not_found", null)).isEqualTo(1);

        until(() -> courier.delivered().contains("a"));
    }

    @Test
    void whatIsEnqueuedWakesItsLaneHoweverItIsEnqueued() {
        node.outbox.enqueueJudged(List.of(new JudgedFact("fact", List.of(message("1", "a")), List.of())));
        until(() -> courier.delivered().contains("a"));
        node.outbox.enqueueJudged(List.of(new JudgedFact("fact", List.of(message("2", "b"), message("3", "c")), List.of())));
        until(() -> courier.delivered().containsAll(List.of("b", "c")));
        assertThat(node.outbox.enqueueMissing("lane", "10000", List.of(new MissingMessage("change:d", message("4", "d"), Set.of())), List.of())).isEqualTo(1);
        until(() -> courier.delivered().contains("d"));
        assertThat(node.outbox.uncover(new JudgedFact("late", List.of(message("5", "e")), List.of()), reason -> false)).hasSize(1);
        until(() -> courier.delivered().contains("e"));

        until(() -> node.outbox.find("fact:e").orElseThrow().state() == Progress.State.DONE);
        until(() -> node.outbox.counts().delivered24h() == 5);
    }

    private void storedAlready(String payload) {
        node.store.insert(message("1", payload), clock.instant(), null);
        node.lanes.wakeAll();
    }

    private Status status() {
        return TestNode.head(node.store, "workspace:1").map(StoredMessage::status).orElse(null);
    }

    private static void until(Callable<Boolean> condition) {
        await().pollInterval(Duration.ofMillis(10)).atMost(TestNode.PATIENCE).until(condition);
    }
}
