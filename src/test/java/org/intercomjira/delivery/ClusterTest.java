package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.intercomjira.delivery.TestNode.message;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Two nodes whose clocks are half a minute apart, over one database. */
@Tables({OutboxEntity.class, LaneEntity.class})
class ClusterTest {
    private final ManualClock clock = new ManualClock();
    private final ManualClock lateClock = new ManualClock(clock.instant().minusSeconds(30));
    private final TestNode.Cluster cluster = new TestNode.Cluster();
    private final ScriptedCourier courier = new ScriptedCourier();
    private final ActiveObjects database;
    private final TestNode one;
    private final TestNode other;

    ClusterTest(TestDatabase database) {
        this.database = database.activeObjects();
        one = new TestNode(database.activeObjects(), clock, cluster, courier);
        other = new TestNode(database.activeObjects(), lateClock, cluster, courier);
    }

    @BeforeEach
    void start() {
        one.lanes.start();
        other.lanes.start();
    }

    @AfterEach
    void stop() throws SQLException {
        one.close();
        other.close();
    }

    @OnEveryDatabase
    void everyMessageIsSentOnceAndInOrderWhicheverNodeItCameFrom() {
        int conversations = 20;
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            String payload = i % conversations + "-" + i;
            all.add(payload);
            (i % 2 == 0 ? one : other).enqueue(String.valueOf(i % conversations), payload);
        }

        eventually(() -> {
            later(Duration.ofSeconds(1));
            assertThat(courier.delivered()).hasSize(all.size());
        });
        assertThat(courier.attempts()).hasSize(all.size());
        IntStream.range(0, conversations).forEach(conversation -> {
            String prefix = conversation + "-";
            assertThat(courier.delivered().stream().filter(payload -> payload.startsWith(prefix)))
                .containsExactlyElementsOf(all.stream().filter(payload -> payload.startsWith(prefix)).toList());
        });
    }

    @OnEveryDatabase
    void whileOneNodeDrainsALaneTheOtherLeavesItAlone() {
        CompletableFuture<Outcome> first = courier.willWait("a");
        one.enqueue("1", "a");
        eventually(() -> assertThat(courier.attempts()).hasSize(1));

        other.enqueue("1", "b");
        other.enqueue("2", "c");
        later(Duration.ofSeconds(10));
        eventually(() -> assertThat(courier.delivered()).containsExactly("c"));

        first.complete(new Outcome.Delivered());
        eventually(() -> assertThat(courier.delivered()).containsExactly("c", "a", "b"));
        assertThat(courier.attempts()).hasSize(3);
    }

    @OnEveryDatabase
    void nothingIsSentTwiceThoughEachNodeThinksThatItHoldsTheLock() throws SQLException {
        other.close();
        try (TestNode without = new TestNode(database, lateClock, new TestNode.Cluster(), courier)) {
            without.lanes.start();
            List<String> all = IntStream.range(0, 400).mapToObj(i -> i % 40 + "-" + i).toList();
            for (int i = 0; i < all.size(); i++) {
                (i % 2 == 0 ? one : without).enqueue(String.valueOf(i % 40), all.get(i));
            }

            eventually(() -> assertThat(courier.delivered()).hasSizeGreaterThanOrEqualTo(all.size()));
            eventually(() -> assertThat(one.outbox.countsOf("10000").waiting()).isZero());
            assertThat(courier.attempts()).hasSize(all.size());
            IntStream.range(0, 40).forEach(conversation -> assertThat(courier.delivered().stream().filter(payload -> payload.startsWith(conversation + "-")))
                .containsExactlyElementsOf(all.stream().filter(payload -> payload.startsWith(conversation + "-")).toList()));
        }
    }

    @OnEveryDatabase
    void whatTheOtherNodeLeftWhenItStoppedIsTakenUp() {
        other.lanes.stop();
        other.enqueue("1", "a");

        later(Duration.ofMinutes(1));
        eventually(() -> assertThat(courier.delivered()).containsExactly("a"));
        assertThat(courier.attempts()).hasSize(1);
    }

    @OnEveryDatabase
    void aReleaseOnOneNodeFreesWhatTheOtherHasHeld() {
        one.held.add("10000");
        other.held.add("10000");
        one.enqueue("1", "a");
        eventually(() -> assertThat(one.store.held("workspace", "10000", 9)).hasSize(1));

        one.held.clear();
        other.held.clear();
        other.outbox.release("10000");
        eventually(() -> assertThat(courier.delivered()).containsExactly("a"));
    }

    @OnEveryDatabase
    void theNodeThatDrainsNoticesByItselfThatASenderIsFreeAgain() {
        one.held.add("10000");
        other.held.add("10000");
        CompletableFuture<Outcome> underWay = courier.willWait("b");
        one.outbox.enqueue(message("20000", "2", "b"));
        eventually(() -> assertThat(courier.attempts()).hasSize(1));
        one.enqueue("1", "a");
        eventually(() -> assertThat(one.store.held("workspace", "10000", 9)).hasSize(1));

        one.held.clear();
        other.held.clear();
        eventually(() -> assertThat(courier.delivered()).containsExactly("a"));
        underWay.complete(new Outcome.Delivered());
    }

    @OnEveryDatabase
    void whatANodeLeftThatDiedIsTakenOverAsSoonAsNoTryCanLastAnyMore() {
        other.lanes.stop();
        one.lanes.stop();
        one.enqueue("1", "a", "b");
        Claims.Page claimedByADeadNode = new Claims(one.store, new Senders(noHolds()), clock).claim("workspace", 9);
        assertThat(claimedByADeadNode.claimed()).hasSize(1);

        one.lanes.start();
        eventually(() -> assertThat(one.outbox.countsOf("10000").waiting()).isEqualTo(2));
        later(LeaseTimes.TAKE_OVER.minusSeconds(1));
        eventually(() -> assertThat(one.outbox.countsOf("10000").waiting()).isEqualTo(2));
        assertThat(courier.attempts()).isEmpty();

        eventually(() -> {
            later(Duration.ofSeconds(2));
            assertThat(courier.delivered()).containsExactly("a", "b");
        });
        assertThat(courier.attempts().get(0).mayHaveBeenSent()).isTrue();
    }

    @OnEveryDatabase
    void aTryThatOutlivesItsClaimDoesNotOverwriteWhatItsSuccessorHasDone() {
        CompletableFuture<Outcome> slow = courier.willWait("a");
        one.enqueue("1", "a");
        eventually(() -> assertThat(courier.attempts()).hasSize(1));
        StoredMessage claimed = TestNode.head(one.store, "workspace:1").orElseThrow();
        TestNode.record(one.store, claimed, new OutcomeRules(new BackOff()).after(claimed, new Outcome.Unknown("taken over"), clock.instant()));

        slow.complete(new Outcome.Refused("late", "late"));
        later(LeaseTimes.FIRST_LOOK.plus(BackOff.FIRST));
        eventually(() -> assertThat(courier.delivered()).containsExactly("a"));
        eventually(() -> assertThat(one.outbox.countsOf("10000").delivered24h()).isEqualTo(1));
        assertThat(one.failed()).isEmpty();
        assertThat(courier.attempts().get(1).mayHaveBeenSent()).isTrue();
    }

    @OnEveryDatabase
    void anotherWorkspaceIsDrainedAtTheSameTime() {
        CompletableFuture<Outcome> first = courier.willWait("a");
        one.enqueue("1", "a");
        eventually(() -> assertThat(courier.attempts()).hasSize(1));

        other.outbox.enqueue(new Message("workspace-2", "10000", "workspace-2:1", "fact:b", "note", "b"));
        eventually(() -> assertThat(courier.delivered()).containsExactly("b"));
        first.complete(new Outcome.Delivered());
    }

    private void later(Duration duration) {
        clock.advance(duration);
        lateClock.advance(duration);
        one.lanes.wakeAll();
        other.lanes.wakeAll();
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().pollInterval(Duration.ofMillis(10)).atMost(TestNode.PATIENCE).untilAsserted(assertion);
    }

    private static ObjectProvider<SenderHold> noHolds() {
        return new StaticListableBeanFactory().getBeanProvider(SenderHold.class);
    }
}
