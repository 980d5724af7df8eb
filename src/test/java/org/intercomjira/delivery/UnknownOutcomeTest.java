package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import org.awaitility.core.ThrowingRunnable;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** The engine and what may have arrived: it is neither sent twice nor given up too early. */
class UnknownOutcomeTest {
    /** A call starts at most 20 seconds after its claim and ends at most 30 seconds later. */
    private static final Duration LAST_CALL_ENDS = Duration.ofSeconds(50);

    private final TestDatabase database = TestDatabase.h2(OutboxEntity.class, LaneEntity.class);
    private final ManualClock clock = new ManualClock();
    private final ManualClock fastClock = new ManualClock(clock.instant().plusSeconds(60));
    private final TestNode.Cluster cluster = new TestNode.Cluster();
    private final SlowIntercom slow = new SlowIntercom(clock);
    private TestNode node;

    @AfterEach
    void stop() throws SQLException {
        node.close();
        database.close();
    }

    @Test
    void aNoteThatIsStoredAndShownLateIsNotSentTwice() {
        start(new TestNode(database.activeObjects(), clock, cluster, slow));
        node.enqueue("1", "a");

        eventually(() -> {
            later(Duration.ofSeconds(1));
            assertThat(node.outbox.countsOf("10000").delivered24h()).isEqualTo(1);
        });
        assertThat(slow.stored()).hasSize(1);
    }

    @Test
    void aNodeWhoseClockIsAMinuteFastDoesNotSendItTwiceEither() {
        start(new TestNode(database.activeObjects(), clock, cluster, slow));
        node.enqueue("1", "a");
        eventually(() -> assertThat(TestNode.head(node.store, "workspace:1")).hasValueSatisfying(failed -> assertThat(failed.attempts()).isEqualTo(1)));
        node.close();

        start(new TestNode(database.activeObjects(), fastClock, cluster, slow));
        eventually(() -> {
            later(Duration.ofSeconds(1));
            assertThat(node.outbox.countsOf("10000").delivered24h()).isEqualTo(1);
        });
        assertThat(slow.stored()).hasSize(1);
    }

    @Test
    void aNoteOfANodeThatDiedIsNotSentTwiceThoughItIsStoredAndShownLate() {
        node = new TestNode(database.activeObjects(), clock, cluster, slow);
        node.enqueue("1", "a");
        Claims deadNode = new Claims(node.store, new Senders(new StaticListableBeanFactory().getBeanProvider(SenderHold.class)), clock);
        assertThat(deadNode.claim("workspace", 9).claimed()).hasSize(1);
        slow.callEnds(clock.instant().plus(LAST_CALL_ENDS));

        start(node);
        eventually(() -> {
            later(Duration.ofSeconds(1));
            assertThat(node.outbox.countsOf("10000").delivered24h()).isEqualTo(1);
        });
        assertThat(slow.stored()).hasSize(1);
    }

    @Test
    void anOutageOf60HoursBeforeAnUnknownOutcomeDoesNotCount() {
        ScriptedCourier courier = new ScriptedCourier();
        courier.willAnswer("a", new Outcome.Unreachable("refused"), new Outcome.Unknown("http_503"));
        start(new TestNode(database.activeObjects(), clock, cluster, courier));
        node.enqueue("1", "a", "b");
        eventually(() -> assertThat(TestNode.head(node.store, "workspace:1")).hasValueSatisfying(failed -> assertThat(failed.attempts()).isEqualTo(1)));

        later(Duration.ofHours(60));
        eventually(() -> assertThat(courier.attempts()).hasSize(2));
        eventually(() -> {
            later(Duration.ofMinutes(1));
            assertThat(courier.delivered()).containsExactly("a", "b");
        });
        assertThat(node.failed()).isEmpty();
    }

    private void start(TestNode started) {
        node = started;
        node.lanes.start();
    }

    private void later(Duration duration) {
        clock.advance(duration);
        fastClock.advance(duration);
        node.lanes.wakeAll();
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().pollInterval(Duration.ofMillis(10)).atMost(TestNode.PATIENCE).untilAsserted(assertion);
    }
}
