package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;

/** Messages that get another sender while they wait: their issue has moved to another project. */
@Tables({OutboxEntity.class, LaneEntity.class})
class ReassignmentTest {
    private static final String OLD = "10000";
    private static final String NEW = "20000";
    private final ScriptedCourier courier = new ScriptedCourier();
    private final ManualClock clock = new ManualClock();
    private final TestNode node;

    ReassignmentTest(TestDatabase database) {
        node = new TestNode(database.activeObjects(), clock, new TestNode.Cluster(), courier);
        node.lanes.start();
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @OnEveryDatabase
    void whatIsHeldForTheOldSenderGoesOutForTheNewOneInItsOrder() {
        node.held.add(OLD);
        node.enqueue("1", "moved-a", "stays", "moved-b");
        eventually(() -> assertThat(node.store.held("workspace", OLD, 9)).hasSize(3));

        assertThat(reassign()).isEqualTo(2);

        eventually(() -> assertThat(courier.delivered()).containsExactly("moved-a", "moved-b"));
        assertThat(courier.attemptsOf("moved-a").get(0).message().sender()).isEqualTo(NEW);
        assertThat(node.store.held("workspace", OLD, 9)).extracting(held -> held.message().payload()).containsExactly("stays");
        assertThat(reassign()).as("once").isZero();
    }

    @OnEveryDatabase
    void whatIsHeldForTheNewSenderTooGoesOutWhenThatIsReleased() {
        node.held.add(OLD);
        node.held.add(NEW);
        node.enqueue("1", "moved");
        eventually(() -> assertThat(node.store.held("workspace", OLD, 9)).hasSize(1));

        assertThat(reassign()).isEqualTo(1);
        assertThat(node.store.held("workspace", NEW, 9)).hasSize(1);

        node.held.remove(NEW);
        node.outbox.release(NEW);
        eventually(() -> assertThat(courier.delivered()).containsExactly("moved"));
    }

    @OnEveryDatabase
    void whatIsBeingSentGoesOutForTheNewSenderIfTheOldOneIsRefused() {
        CompletableFuture<Outcome> underWay = courier.willWait("moved");
        node.enqueue("1", "moved", "moved-next");
        eventually(() -> assertThat(courier.attempts()).hasSize(1));

        assertThat(reassign()).isEqualTo(2);
        node.held.add(OLD);
        underWay.complete(new Outcome.AuthorisationLost("authorisation_lost"));
        eventually(() -> assertThat(node.store.held("workspace", NEW, 9)).hasSize(1));
        // Senders that have held messages are looked for once a minute.
        clock.advance(Duration.ofMinutes(1));
        node.lanes.wakeAll();

        eventually(() -> assertThat(courier.delivered()).containsExactly("moved", "moved-next"));
        assertThat(courier.attempts()).hasSize(3);
    }

    @OnEveryDatabase
    void otherConversationsKeepTheirSenderAndMoreThanAPageIsChanged() {
        node.held.add(OLD);
        node.enqueue("2", "moved-elsewhere");
        node.enqueue("1", IntStream.range(0, Claims.PAGE + 1).mapToObj(i -> "moved" + i).toArray(String[]::new));

        assertThat(reassign()).isEqualTo(Claims.PAGE + 1);

        eventually(() -> assertThat(node.counts.of(NEW, Instant.EPOCH).delivered24h()).isEqualTo(Claims.PAGE + 1));
        assertThat(courier.delivered()).doesNotContain("moved-elsewhere");
    }

    private int reassign() {
        return node.outbox.reassign("workspace", "workspace:1", message -> message.payload().startsWith("moved"), NEW);
    }

    private static void eventually(ThrowingRunnable condition) {
        await().atMost(TestNode.PATIENCE).untilAsserted(condition);
    }
}
