package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.delivery.TestNode.message;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.intercomjira.delivery.Deliveries.Filter;
import org.intercomjira.delivery.Deliveries.Kind;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;

/** Rows of a status that a newer version has written: there are some during a rolling upgrade, and after a downgrade. */
@Tables({OutboxEntity.class, LaneEntity.class})
class NewerStatusTest {
    private final ManualClock clock = new ManualClock();
    private final TestDatabase database;
    private final ActiveObjects ao;
    private final TestNode node;

    NewerStatusTest(TestDatabase database) throws SQLException {
        this.database = database;
        ao = database.activeObjects();
        node = new TestNode(ao, clock, new TestNode.Cluster(), new ScriptedCourier());
        node.enqueue("1", "newer", "newest", "later");
        become("newer", "PAUSED", true);
        become("newest", "SUSPENDED", true);
        node.enqueue("2", "over");
        become("over", "ARCHIVED", false);
    }

    @OnEveryDatabase
    void itsConversationGoesOnWithoutIt() {
        Claims.Page page = new Claims(node.store, TestNode.senders(sender -> false), clock).claim("workspace", 9);

        assertThat(page.claimed()).extracting(each -> each.message().payload()).containsExactly("later");
    }

    @OnEveryDatabase
    void nothingTouchesIt() throws SQLException {
        List<Map<String, String>> before = rows();
        node.outbox.enqueueMissing("workspace", "10000", List.of(new MissingMessage("change:missing", message("1", "missing"), Set.of("fact:later"))), List.of());
        node.outbox.enqueueMissing("workspace", "10000", List.of(new MissingMessage("change:newer", message("1", "newer"), Set.of())), List.of());
        node.outbox.enqueue(message("1", "newer"));
        new Claims(node.store, TestNode.senders(sender -> false), clock).claim("workspace", 9);
        clock.advance(Duration.ofDays(1_000));
        node.retention.sweep();

        assertThat(rows()).isEqualTo(before);
    }

    @OnEveryDatabase
    void theListShowsItUnderItsOwnName() {
        assertThat(list(Kind.ALL)).containsExactly("paused", "suspended", "waiting", "archived");
        assertThat(list(Kind.WAITING)).containsExactly("waiting");
        assertThat(list(Kind.FAILED)).isEmpty();
    }

    @OnEveryDatabase
    void whatIsNotUnderstoodIsTakenForWaitingSoThatNoTextIsThrownAway() {
        assertThat(node.outbox.find("fact:newer")).get().extracting(Progress::state).isEqualTo(Progress.State.WAITING);
        assertThat(node.outbox.find("fact:over")).get().extracting(Progress::state).isEqualTo(Progress.State.WAITING);
    }

    @OnEveryDatabase
    void itIsInNoCount() {
        assertThat(node.outbox.counts()).isEqualTo(node.outbox.countsOf("10000")).isEqualTo(new DeliveryCounts(1, clock.instant(), 0, 0));
        assertThat(node.deadLetters.countsByCode(null)).isEmpty();
    }

    private List<String> list(Kind kind) {
        return new Deliveries(ao).list(new Filter(kind, null, null), 0, 9).stream().map(Delivery::state).toList();
    }

    private List<Map<String, String>> rows() throws SQLException {
        return database.rows("AO_7E57DB_OUTBOX").stream().filter(row -> !Set.of("fact:later", "fact:missing").contains(row.get("DEDUPE_KEY"))).toList();
    }

    private void become(String payload, String status, boolean pending) throws SQLException {
        assertThat(database.execute("UPDATE \"AO_7E57DB_OUTBOX\" SET \"STATUS\" = '" + status + "', \"PENDING\" = " + pending
            + " WHERE \"PAYLOAD\" = '" + payload + "'")).isEqualTo(1);
    }
}
