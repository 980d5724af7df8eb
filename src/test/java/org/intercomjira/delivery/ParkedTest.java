package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.delivery.TestNode.message;
import static org.intercomjira.delivery.TestNode.move;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.intercomjira.delivery.StoredMessage.Claim;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;

@Tables({OutboxEntity.class, LaneEntity.class})
class ParkedTest {
    private final ManualClock clock = new ManualClock();
    private final Instant start = clock.instant();
    private final Set<String> held = new HashSet<>();
    private final OutboxStore store;
    private final Parked parked;
    private final LaneCare care;

    ParkedTest(TestDatabase database) {
        store = new OutboxStore(database.activeObjects());
        Senders senders = TestNode.senders(held::contains);
        Records records = new Records(store, new OutcomeRules(new BackOff(new Random(7))), senders, clock);
        parked = new Parked(store, senders, records, clock);
        care = new LaneCare("workspace", parked, store, senders, clock);
    }

    @OnEveryDatabase
    void aMessageThatIsBlockedByNothingAnyMoreWaitsAgainSinceItsOwnTime() {
        insert("1", "a");
        move(store, head("1"), Move.park(Status.BLOCKED, start.plusSeconds(5)));

        review(Set.of());
        assertThat(head("1").status()).as("its time to be looked at has not come").isEqualTo(Status.BLOCKED);

        clock.advance(Duration.ofSeconds(5));
        review(Set.of());
        assertThat(head("1").status()).isEqualTo(Status.WAITING);
        assertThat(store.nextTime("workspace", Status.WAITING)).contains(start);
    }

    @OnEveryDatabase
    void aMessageBehindAnotherStaysBlockedAndIsLookedAtLater() {
        insert("1", "a", "b");
        TestNode.moveWaiting(store, start, 9, each ->
            Optional.of(each.message().payload().equals("b") ? Move.park(Status.BLOCKED, start) : Move.park(Status.HELD, start.plusSeconds(99))));

        review(Set.of());

        assertThat(store.nextTime("workspace", Status.BLOCKED)).contains(start.plus(OutcomeRules.LOOK_AGAIN));
    }

    @OnEveryDatabase
    void aHeldMessageIsBroughtBackOnlyWhenItsSenderMaySend() {
        insert("1", "a");
        move(store, head("1"), Move.park(Status.HELD, start));
        held.add("10000");

        review(Set.of());
        assertThat(store.nextTime("workspace", Status.HELD)).contains(start.plus(OutcomeRules.LOOK_AGAIN));

        held.clear();
        clock.advance(OutcomeRules.LOOK_AGAIN);
        review(Set.of());
        assertThat(store.nextTime("workspace", Status.WAITING)).contains(start);
    }

    @OnEveryDatabase
    void aClaimThatRanOutIsTakenOverUnlessItIsOurOwn() {
        insert("1", "mine");
        insert("2", "left");
        move(store, head("1"), Move.claim(new Claim("me", start), start.plus(LeaseTimes.LEASE)));
        move(store, head("2"), Move.claim(new Claim("dead", start), start.plus(LeaseTimes.LEASE)));
        clock.advance(LeaseTimes.LEASE);

        review(Set.of(head("1").id()));

        assertThat(head("1").claim()).isEqualTo(new Claim("me", start));
        assertThat(head("2").status()).isEqualTo(Status.WAITING);
        assertThat(head("2").firstSentAt()).as("it may have arrived").isEqualTo(start);
    }

    @OnEveryDatabase
    void aReleaseBringsBackAllOfTheSenderHoweverManyAndNothingElse() {
        int many = 2 * Claims.PAGE + 1;
        IntStream.range(0, many).forEach(i -> insert(String.valueOf(i), "m" + i));
        store.insert(message("20000", "other", "other"), start, null);
        TestNode.moveWaiting(store, start, 999, each -> Optional.of(Move.park(Status.HELD, start.plusSeconds(600))));

        parked.release("workspace", "10000");

        assertThat(TestNode.due(store, Status.WAITING, start, 999)).hasSize(many);
        assertThat(store.held("workspace", "20000", 9)).hasSize(1);
        assertThat(store.held("workspace", "10000", 9)).isEmpty();
    }

    @OnEveryDatabase
    void sendersWithHeldMessagesAreFoundInTheirLaneOnly() {
        assertThat(store.heldSenders("workspace")).isEmpty();
        insert("1", "a");
        store.insert(message("20000", "2", "b"), start, null);
        assertThat(store.heldSenders("workspace")).isEmpty();

        move(store, head("1"), Move.park(Status.HELD, start));

        assertThat(store.heldSenders("workspace")).containsExactly("10000");
        assertThat(store.heldSenders("other")).isEmpty();
    }

    @OnEveryDatabase
    void aSenderThatWasReleasedElsewhereIsNoticedAtTheNextLook() {
        held.add("10000");
        insert("1", "a");
        move(store, head("1"), Move.park(Status.HELD, start.plusSeconds(600)));
        assertThat(care.work(Set.of())).as("no claim is watched").isTrue();
        assertThat(head("1").status()).isEqualTo(Status.HELD);

        held.clear();
        care.work(Set.of());

        assertThat(head("1").status()).isEqualTo(Status.WAITING);
    }

    @OnEveryDatabase
    void whoeverIsHeldLaterIsLookedAfterFromThenOn() {
        care.work(Set.of());
        insert("1", "a");
        move(store, head("1"), Move.park(Status.HELD, start.plusSeconds(600)));

        care.work(Set.of());
        assertThat(head("1").status()).as("nobody has said that the sender was held").isEqualTo(Status.HELD);
        care.held("10000");
        care.work(Set.of());

        assertThat(head("1").status()).isEqualTo(Status.WAITING);
    }

    @OnEveryDatabase
    void claimsOfOthersAreWatchedUntilTheyAreOver() {
        insert("1", "a");
        move(store, head("1"), Move.claim(new Claim("other", start), start.plus(LeaseTimes.LEASE)));

        assertThat(care.work(Set.of())).as("a claim is watched").isFalse();
        clock.advance(LeaseTimes.TAKE_OVER);
        care.work(Set.of());
        assertThat(head("1").status()).isEqualTo(Status.WAITING);

        clock.advance(LaneCare.REVIEW_EVERY);
        assertThat(care.work(Set.of())).isTrue();
    }

    private void review(Set<Long> own) {
        parked.review("workspace", own, new Watch());
    }

    private void insert(String conversation, String... payloads) {
        List.of(payloads).forEach(payload -> store.insert(message(conversation, payload), start, null));
    }

    private StoredMessage head(String conversation) {
        return TestNode.head(store, "workspace:" + conversation).orElseThrow();
    }
}
