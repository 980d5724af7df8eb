package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.core.ThrowingRunnable;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;
import org.intercomjira.upgrade.Descriptor;
import org.intercomjira.upgrade.released.ConnectionEntity;
import org.intercomjira.upgrade.released.DraftEntity;
import org.intercomjira.upgrade.released.LinkEntity;
import org.intercomjira.upgrade.released.OAuthStateEntity;
import org.intercomjira.upgrade.released.ReleasedRows;
import org.junit.jupiter.api.AfterEach;

/** What an outbox of version 0.1.0 holds goes out under the present version, once. */
@Tables({ConnectionEntity.class, OAuthStateEntity.class, LinkEntity.class, org.intercomjira.upgrade.released.OutboxEntity.class,
    org.intercomjira.upgrade.released.LaneEntity.class, DraftEntity.class})
class ReleasedOutboxTest {
    private static final List<String> FREE = List.of("sending", "blocked", "ahead", "behind", "free", "tried", "after");
    private static final List<String> OVER = List.of("dead", "delivered", "covered");

    private final ManualClock clock = new ManualClock();
    private final ScriptedCourier courier = new ScriptedCourier();
    private final TestDatabase database;
    private final ReleasedRows rows;
    private final TestNode node;

    ReleasedOutboxTest(TestDatabase database) {
        this.database = database;
        rows = new ReleasedRows(database.activeObjects(), clock.instant(), 1);
        node = new TestNode(database.activeObjects(), clock, new TestNode.Cluster(), courier);
    }

    @AfterEach
    void stop() {
        node.close();
    }

    @OnEveryDatabase
    void whatWaitedIsDeliveredOnceAndInOrder() throws Exception {
        start();

        eventually(() -> assertThat(courier.delivered()).containsAll(FREE));
        assertThat(courier.delivered()).containsExactlyInAnyOrderElementsOf(FREE).containsSubsequence("sending", "blocked").containsSubsequence("ahead", "behind")
            .containsSubsequence("tried", "after");
        assertThat(Stream.of("sending", "tried").flatMap(payload -> courier.attemptsOf(payload).stream())).as("a try may have reached Intercom before the upgrade")
            .isNotEmpty().allMatch(Attempt::mayHaveBeenSent);
    }

    @OnEveryDatabase
    void whatIsHeldGoesOutAfterTheReconnect() throws Exception {
        start();
        eventually(() -> assertThat(courier.delivered()).containsAll(FREE));
        assertThat(courier.attemptsOf("held")).isEmpty();

        node.held.clear();
        node.outbox.release(rows.heldSender());

        eventually(() -> assertThat(courier.delivered()).contains("held"));
        assertThat(courier.delivered()).doesNotHaveDuplicates().doesNotContainAnyElementsOf(OVER);
    }

    @OnEveryDatabase
    void whatIsOverStaysOver() throws Exception {
        start();
        eventually(() -> assertThat(courier.delivered()).containsAll(FREE));

        OVER.forEach(payload -> assertThat(node.outbox.enqueue(message(6, payload))).as(payload).isFalse());
        assertThat(node.failed()).extracting(Delivery::orderKey).containsExactly(rows.orderKey(5));
        assertThat(node.deadLetters.countsByCode(rows.sender())).isEqualTo(Map.of("not_found", 1));
        assertThat(courier.attempts()).extracting(attempt -> attempt.message().payload()).doesNotContainAnyElementsOf(OVER);
    }

    @OnEveryDatabase
    void whatHappensAfterwardsGoesBehindIt() throws Exception {
        start();
        assertThat(node.outbox.enqueue(message(1, "new"))).isTrue();

        eventually(() -> assertThat(courier.delivered()).contains("new"));
        assertThat(courier.delivered()).containsSubsequence("sending", "blocked", "new");
    }

    /** Version 0.1.0 stops a lane at a status that it does not know, so nothing that it may see as pending has one. */
    @OnEveryDatabase
    void pendingRowsHaveAStatusThatANodeOfTheReleasedVersionUnderstands() throws Exception {
        start();
        eventually(() -> assertThat(courier.delivered()).containsAll(FREE));
        node.outbox.enqueue(message(1, "new"));

        assertThat(database.ask("SELECT \"STATUS\" FROM \"AO_7E57DB_OUTBOX\"")).isSubsetOf("WAITING", "BLOCKED", "HELD", "SENDING", "DONE", "DEAD");
    }

    private void start() throws Exception {
        rows.fill();
        Descriptor.upgrade(database, ReleasedRows.TASKS);
        node.held.add(rows.heldSender());
        node.lanes.start();
    }

    private Message message(int conversation, String payload) {
        return new Message(rows.lane(), rows.sender(), rows.orderKey(conversation), rows.dedupeKey(payload), "note", payload);
    }

    private void eventually(ThrowingRunnable assertion) {
        await().pollInterval(Duration.ofMillis(10)).atMost(TestNode.PATIENCE).untilAsserted(() -> {
            clock.advance(Duration.ofSeconds(10));
            node.lanes.wakeAll();
            assertion.run();
        });
    }
}
