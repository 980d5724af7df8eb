package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.delivery.TestNode.message;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;

@Tables({OutboxEntity.class, LaneEntity.class})
class ClaimsTest {
    private final ManualClock clock = new ManualClock();
    private final Set<String> held = new HashSet<>();
    private final OutboxStore store;
    private final Claims claims;

    ClaimsTest(TestDatabase database) {
        store = new OutboxStore(database.activeObjects());
        claims = new Claims(store, TestNode.senders(held::contains), clock);
    }

    @OnEveryDatabase
    void whatIsClaimedCarriesItsOwnerTheTimeAndWhenTheClaimRunsOut() {
        insert("1", "a");

        Claims.Page page = claims.claim("workspace", 5);

        StoredMessage claimed = page.claimed().get(0);
        assertThat(claimed.status()).isEqualTo(Status.SENDING);
        assertThat(claimed.claim().at()).isEqualTo(clock.instant());
        assertThat(store.sending("workspace", 9)).containsExactly(claimed);
        assertThat(store.nextTime("workspace", Status.SENDING)).contains(clock.instant().plus(LeaseTimes.LEASE));
        assertThat(claims.claim("workspace", 5).claimed()).isEmpty();
    }

    @OnEveryDatabase
    void twoStartsAreTwoOwners() {
        insert("1", "a");
        insert("2", "b");
        Claims afterTheNextStart = new Claims(store, TestNode.senders(held::contains), clock);

        assertThat(claims.claim("workspace", 1).claimed().get(0).claim().owner())
            .isNotEqualTo(afterTheNextStart.claim("workspace", 1).claimed().get(0).claim().owner());
    }

    @OnEveryDatabase
    void onlyTheFirstOfAConversationIsClaimedAndTheOthersWaitBehindIt() {
        insert("1", "a", "b", "c");

        Claims.Page page = claims.claim("workspace", 5);

        assertThat(payloads(page.claimed())).containsExactly("a");
        assertThat(page.more()).isFalse();
        assertThat(payloads(TestNode.due(store, Status.BLOCKED, clock.instant().plus(OutcomeRules.LOOK_AGAIN), 9))).containsExactly("b", "c");
        assertThat(TestNode.due(store, Status.BLOCKED, clock.instant().plus(OutcomeRules.LOOK_AGAIN).minusMillis(1), 9)).isEmpty();
    }

    @OnEveryDatabase
    void whatASenderMayNotSendIsParkedAndTheSenderNamed() {
        held.add("10000");
        insert("1", "a");

        Claims.Page page = claims.claim("workspace", 5);

        assertThat(page.claimed()).isEmpty();
        assertThat(page.held()).containsExactly("10000");
        assertThat(payloads(store.held("workspace", "10000", 9))).containsExactly("a");
        assertThat(store.nextTime("workspace", Status.HELD)).contains(clock.instant().plus(OutcomeRules.LOOK_AGAIN));
    }

    @OnEveryDatabase
    void noMoreIsClaimedThanThereIsRoomForAndTheRestIsLeftAsItWas() {
        IntStream.range(0, 5).forEach(i -> insert(String.valueOf(i), "m" + i));

        Claims.Page page = claims.claim("workspace", 3);

        assertThat(payloads(page.claimed())).containsExactly("m0", "m1", "m2");
        assertThat(page.more()).isFalse();
        assertThat(payloads(TestNode.due(store, Status.WAITING, clock.instant(), 9))).containsExactly("m3", "m4");
    }

    @OnEveryDatabase
    void aPageThatLeavesRoomSaysThatMoreMayBeDue() {
        IntStream.range(0, 25).forEach(i -> insert("1", "m" + i));

        Claims.Page first = claims.claim("workspace", 10);

        assertThat(payloads(first.claimed())).containsExactly("m0");
        assertThat(first.more()).isTrue();
        assertThat(TestNode.due(store, Status.WAITING, clock.instant(), 99)).as("twice the room is read").hasSize(5);
        assertThat(claims.claim("workspace", 9).more()).isFalse();
    }

    @OnEveryDatabase
    void aPageIsNeverSmallerThanTenNorLargerThanAHundred() {
        IntStream.range(0, 115).forEach(i -> insert("1", "m" + i));

        claims.claim("workspace", 1);
        assertThat(TestNode.due(store, Status.WAITING, clock.instant(), 999)).as("one was claimed first, which was enough").hasSize(114);

        assertThat(claims.claim("workspace", 1).more()).isTrue();
        assertThat(TestNode.due(store, Status.WAITING, clock.instant(), 999)).hasSize(104);

        assertThat(claims.claim("workspace", 500).more()).isTrue();
        assertThat(TestNode.due(store, Status.WAITING, clock.instant(), 999)).hasSize(4);
    }

    @OnEveryDatabase
    void whatHasItsTimeLaterIsNotClaimed() {
        store.insert(message("1", "a"), clock.instant().plus(Duration.ofMillis(1)), null);

        assertThat(claims.claim("workspace", 5).claimed()).isEmpty();
    }

    private void insert(String conversation, String... payloads) {
        List.of(payloads).forEach(payload -> store.insert(message(conversation, payload), clock.instant(), null));
    }

    private static List<String> payloads(List<StoredMessage> messages) {
        return messages.stream().map(stored -> stored.message().payload()).toList();
    }
}
