package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.intercomjira.delivery.TestNode.message;

import java.util.List;
import org.intercomjira.delivery.Deliveries.Filter;
import org.intercomjira.delivery.Deliveries.Kind;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;
import org.junit.jupiter.api.BeforeEach;

@Tables({OutboxEntity.class, LaneEntity.class})
class DeliveriesTest {
    private final ManualClock clock = new ManualClock();
    private final OutboxStore store;
    private final Deliveries deliveries;

    DeliveriesTest(TestDatabase database) {
        store = new OutboxStore(database.activeObjects());
        deliveries = new Deliveries(database.activeObjects());
    }

    @BeforeEach
    void fill() {
        insert("10000", "waiting", null, null);
        insert("10000", "dead", Status.DEAD, "not_found");
        insert("20000", "retrying", Status.WAITING, "unreachable");
        insert("20000", "done", Status.DONE, null);
        insert("20000", "refused", Status.DEAD, "parameter_invalid");
    }

    @OnEveryDatabase
    void whatIsDoneIsNotListed() {
        assertThat(list(Kind.ALL, null, null)).extracting(Delivery::orderKey)
            .containsExactly("workspace:waiting", "workspace:dead", "workspace:retrying", "workspace:refused");
    }

    @OnEveryDatabase
    void theyAreChosenByKindSenderAndReason() {
        assertThat(list(Kind.WAITING, null, null)).extracting(Delivery::orderKey).containsExactly("workspace:waiting", "workspace:retrying");
        assertThat(list(Kind.FAILED, null, null)).extracting(Delivery::orderKey).containsExactly("workspace:dead", "workspace:refused");
        assertThat(list(Kind.ALL, "10000", null)).extracting(Delivery::orderKey).containsExactly("workspace:waiting", "workspace:dead");
        assertThat(list(Kind.ALL, null, "not_found")).extracting(Delivery::orderKey).containsExactly("workspace:dead");
        assertThat(list(Kind.WAITING, "20000", "unreachable")).extracting(Delivery::orderKey).containsExactly("workspace:retrying");
        assertThat(list(Kind.FAILED, "20000", "not_found")).isEmpty();
    }

    @OnEveryDatabase
    void aPageBeginsAfterTheOneBefore() {
        Filter all = new Filter(Kind.ALL, null, null);
        List<Delivery> first = deliveries.list(all, 0, 3);

        assertThat(first).hasSize(3);
        assertThat(deliveries.list(all, first.get(2).id(), 3)).extracting(Delivery::orderKey).containsExactly("workspace:refused");
    }

    @OnEveryDatabase
    void aDeliveryTellsItsStateAndItsTimes() {
        assertThat(list(Kind.FAILED, "10000", null)).singleElement().satisfies(failed -> {
            assertThat(failed.state()).isEqualTo("failed");
            assertThat(failed.reason()).isEqualTo("not_found");
            assertThat(failed.attempts()).isEqualTo(1);
            assertThat(failed.createdAt()).isEqualTo(clock.instant());
            assertThat(failed.nextAt()).isEqualTo(clock.instant().plusSeconds(7));
            assertThat(failed.lane()).isEqualTo("workspace");
            assertThat(failed.type()).isEqualTo("note");
        });
        assertThat(list(Kind.WAITING, "10000", null)).extracting(Delivery::state, Delivery::reason).containsExactly(tuple("waiting", null));
    }

    private List<Delivery> list(Kind kind, String sender, String reason) {
        return deliveries.list(new Filter(kind, sender, reason), 0, 100);
    }

    private void insert(String sender, String conversation, Status status, String code) {
        store.insert(message(sender, conversation, conversation), clock.instant(), null);
        if (status != null) {
            StoredMessage stored = TestNode.head(store, "workspace:" + conversation).orElseThrow();
            StoredMessage.Claim claim = new StoredMessage.Claim("node", clock.instant());
            TestNode.move(store, stored, Move.claim(claim, clock.instant()));
            TestNode.record(store, stored.claimed(claim), new Change(status, clock.instant().plusSeconds(7), 1, null, null, code, "reason"));
        }
    }
}
