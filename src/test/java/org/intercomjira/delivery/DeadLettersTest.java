package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.delivery.TestNode.message;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.intercomjira.delivery.DeadLetters.Discarded;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;

@Tables({OutboxEntity.class, LaneEntity.class})
class DeadLettersTest {
    private final ManualClock clock = new ManualClock();
    private final TestDatabase database;
    private final ActiveObjects ao;
    private final TestNode node;

    DeadLettersTest(TestDatabase database) {
        this.database = database;
        ao = database.activeObjects();
        node = new TestNode(database.activeObjects(), clock, new TestNode.Cluster(), new ScriptedCourier());
    }

    @OnEveryDatabase
    void theyAreCountedByCode() {
        dead("a", "not_found", null);
        dead("b", "parameter_invalid", null);
        dead("c", "not_found", null);
        node.enqueue("9", "alive");

        assertThat(node.deadLetters.countsByCode(null)).isEqualTo(Map.of("not_found", 2, "parameter_invalid", 1));
        assertThat(node.deadLetters.countsByCode("10000")).isEqualTo(node.deadLetters.countsByCode(null));
        assertThat(node.deadLetters.countsByCode("20000")).isEmpty();
    }

    @OnEveryDatabase
    void aRetriedOneIsEnqueuedAgainOnce() {
        Instant sentAt = clock.instant();
        dead("a", "gave_up", sentAt);
        node.enqueue("1", "later");
        clock.advance(Duration.ofHours(1));
        long id = node.failed().get(0).id();

        assertThat(node.deadLetters.retry(id)).isTrue();
        assertThat(node.deadLetters.retry(id)).isFalse();

        assertThat(node.failed()).isEmpty();
        assertThat(waiting()).hasSize(2).filteredOn(stored -> stored.message().equals(message("1", "a"))).singleElement().satisfies(stored -> {
            assertThat(stored.attempts()).isZero();
            assertThat(stored.attempt().mayHaveBeenSent()).isTrue();
            assertThat(stored.createdAt()).isEqualTo(clock.instant());
        });
        assertThat(TestNode.head(node.store, "workspace:1")).get().extracting(stored -> stored.message().payload()).isEqualTo("later");
    }

    /** Intercom may store and show what it was sent as late as this: who looks earlier would double it. */
    @OnEveryDatabase
    void aRetriedOneThatMayHaveArrivedJustNowIsNotLookedForYet() {
        dead("a", "gave_up", clock.instant());
        Instant died = clock.instant();
        clock.advance(Duration.ofSeconds(5));
        assertThat(node.deadLetters.retry(node.failed().get(0).id())).isTrue();

        clock.advance(LeaseTimes.FIRST_LOOK.minusSeconds(6));
        assertThat(waiting()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(clock.instant()).isEqualTo(died.plus(LeaseTimes.FIRST_LOOK));
        assertThat(waiting()).hasSize(1);
    }

    @OnEveryDatabase
    void ofTwoWhoTakeOneOnlyOneHasIt() {
        dead("a", "not_found", null);
        DeadLetterStore store = new DeadLetterStore(ao);
        long id = node.failed().get(0).id();

        assertThat(store.take(id)).isTrue();
        assertThat(store.take(id)).isFalse();
    }

    @OnEveryDatabase
    void allOfOneReasonAreRetriedTogether() {
        dead("a", "not_found", null);
        dead("b", "parameter_invalid", null);
        dead("c", "not_found", null);

        assertThat(node.deadLetters.retryAll("not_found", "20000")).isZero();
        assertThat(node.deadLetters.retryAll("not_found", "10000")).isEqualTo(2);
        assertThat(node.deadLetters.retryAll("not_found", null)).isZero();
        assertThat(node.deadLetters.countsByCode(null)).isEqualTo(Map.of("parameter_invalid", 1));
        assertThat(waiting()).hasSize(2);
    }

    @OnEveryDatabase
    void aDiscardedOneIsGoneForGoodAndItsFactIsNotToldAgain() {
        dead("a", "not_found", null);
        long id = node.failed().get(0).id();

        assertThat(node.deadLetters.discard(id)).isTrue();
        assertThat(node.deadLetters.discard(id)).isFalse();
        assertThat(node.deadLetters.retry(id)).isFalse();

        assertThat(node.failed()).isEmpty();
        assertThat(node.outbox.enqueue(message("1", "a"))).isFalse();
        assertThat(node.outbox.countsOf("10000")).isEqualTo(new DeliveryCounts(0, null, 0, 0));
        assertThat(node.outbox.find("fact:a")).get().extracting(Progress::code).isEqualTo("discarded");
        clock.advance(OutcomeRules.KEPT.minusMillis(1));
        assertThat(node.retention.sweep()).isZero();
        clock.advance(Duration.ofMillis(1));
        assertThat(node.retention.sweep()).isEqualTo(1);
    }

    @OnEveryDatabase
    void allOfOneReasonAreDiscardedTogether() {
        dead("a", "not_found", null);
        dead("b", "parameter_invalid", null);
        dead("c", "not_found", null);

        assertThat(node.deadLetters.discardAll("not_found", "20000")).isEqualTo(new Discarded(0, false));
        assertThat(node.deadLetters.discardAll("not_found", "10000")).isEqualTo(new Discarded(2, false));
        assertThat(node.deadLetters.discardAll("not_found", null)).isEqualTo(new Discarded(0, false));
        assertThat(node.deadLetters.countsByCode(null)).isEqualTo(Map.of("parameter_invalid", 1));
        assertThat(node.outbox.enqueue(message("1", "a"))).isFalse();
    }

    @OnEveryDatabase
    void aThousandAreDiscardedInOneCall() throws SQLException {
        IntStream.rangeClosed(0, 1_000).forEach(i -> node.store.insert(message("1", "m" + i), clock.instant(), null));
        database.execute("UPDATE \"AO_7E57DB_OUTBOX\" SET \"STATUS\" = 'DEAD', \"PENDING\" = FALSE, \"LAST_ERROR_CODE\" = 'not_found'");

        assertThat(node.deadLetters.discardAll("not_found", null)).isEqualTo(new Discarded(1_000, true));
        assertThat(node.deadLetters.discardAll("not_found", null)).isEqualTo(new Discarded(1, false));
    }

    @OnEveryDatabase
    void whatIsNotDeadIsNeitherRetriedNorDiscarded() {
        node.enqueue("1", "a");
        long id = waiting().get(0).id();

        assertThat(node.deadLetters.retry(id)).isFalse();
        assertThat(node.deadLetters.discard(id)).isFalse();
        assertThat(node.deadLetters.retry(4711)).isFalse();
    }

    private void dead(String payload, String code, Instant firstSentAt) {
        node.store.insert(message("1", payload), clock.instant(), firstSentAt);
        StoredMessage stored = waiting().stream().filter(each -> each.message().payload().equals(payload)).findFirst().orElseThrow();
        StoredMessage.Claim claim = new StoredMessage.Claim("node", clock.instant());
        TestNode.move(node.store, stored, Move.claim(claim, clock.instant()));
        TestNode.record(node.store, stored.claimed(claim), new Change(Status.DEAD, clock.instant(), 1, firstSentAt, null, code, "reason"));
    }

    private List<StoredMessage> waiting() {
        return TestNode.due(node.store, Status.WAITING, clock.instant(), 100);
    }
}
