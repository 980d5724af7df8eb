package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.intercomjira.delivery.TestNode.message;
import static org.intercomjira.delivery.TestNode.move;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.IntStream;
import net.java.ao.ActiveObjectsException;
import org.intercomjira.delivery.StoredMessage.Claim;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;

@Tables({OutboxEntity.class, LaneEntity.class})
class OutboxStoreTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final Claim CLAIM = new Claim("node-1", NOW);
    private final TestDatabase database;
    private final OutboxStore store;

    private static JudgedFact judged(String payload) {
        return new JudgedFact("fact", List.of(message("1", payload)), List.of());
    }

    private static CoveredFact covered(String key, String reason) {
        return new CoveredFact(key, "lane", "10000", reason);
    }

    OutboxStoreTest(TestDatabase database) {
        this.database = database;
        store = new OutboxStore(database.activeObjects());
    }

    @OnEveryDatabase
    void whatIsInsertedIsDueAtOnce() {
        assertThat(store.insert(message("1", "a"), NOW, null)).isTrue();

        assertThat(due(NOW)).singleElement().satisfies(stored -> {
            assertThat(stored.message()).isEqualTo(message("1", "a"));
            assertThat(stored.status()).isEqualTo(Status.WAITING);
            assertThat(stored.attempts()).isZero();
            assertThat(stored.createdAt()).isEqualTo(NOW);
            assertThat(stored.claim()).isNull();
            assertThat(stored.firstSentAt()).isNull();
            assertThat(stored.unknownWait()).isNull();
        });
        assertThat(due(NOW.minusMillis(1))).isEmpty();
    }

    @OnEveryDatabase
    void aKnownFactIsNotInsertedAgain() {
        store.insert(message("1", "a"), NOW, null);

        assertThat(store.insert(message("1", "a"), NOW, null)).isFalse();
        assertThat(due(NOW)).hasSize(1);
    }

    @OnEveryDatabase
    void whatIsJudgedNowIsInsertedWithoutALook() {
        int before = database.statements();
        store.insert(message("1", "a"), NOW, null);
        int withALook = database.statements() - before;

        store.insertNew(List.of(judged("b")), NOW);

        assertThat(database.statements() - before - withALook).isEqualTo(withALook - 1);
        assertThat(due(NOW)).hasSize(2);
    }

    @OnEveryDatabase
    void allOfAJudgementIsStoredOrNothing() {
        store.insert(message("1", "a"), NOW, null);

        assertThatThrownBy(() -> store.insertNew(List.of(judged("b"), judged("a")), NOW)).isInstanceOf(RuntimeException.class);

        assertThat(store.known(List.of("fact:a", "fact:b"))).containsOnlyKeys("fact:a");
    }

    @OnEveryDatabase
    void aCoveredFactIsKnownWithItsReasonUntilItIsSwept() {
        store.insertNew(List.of(new JudgedFact("change:1", List.of(), List.of(covered("change:1", "trigger_off")))), NOW);
        assertThat(store.insert(covered("change:1", "no_event"), NOW)).as("the first word counts").isFalse();

        assertThat(store.known(List.of("change:1"))).isEqualTo(Map.of("change:1", new KnownFact(false, "trigger_off")));
        assertThat(due(NOW)).isEmpty();
        assertThat(store.sweep(NOW.plus(OutcomeRules.KEPT).minusMillis(1), 9)).isZero();
        assertThat(store.sweep(NOW.plus(OutcomeRules.KEPT), 9)).isEqualTo(1);
    }

    @OnEveryDatabase
    void aTryThatIsOverLeavesNoClaimBehind() throws SQLException {
        insert("1", "a");
        StoredMessage tried = stored("a").claimed(CLAIM);
        move(store, tried, Move.claim(CLAIM, NOW));
        TestNode.record(store, tried, change(Status.WAITING, null));

        assertThat(database.rows("AO_7E57DB_OUTBOX")).singleElement().satisfies(row -> {
            assertThat(row.get("OWNER_NODE")).isNull();
            assertThat(row.get("CLAIMED_AT")).isNull();
        });
    }

    @OnEveryDatabase
    void moreFactsThanFitIntoOneQuestionAreKnown() {
        List<Message> many = IntStream.range(0, 401).mapToObj(i -> message("1", "m" + i)).toList();
        store.insertNew(List.of(new JudgedFact("fact", many, List.of())), NOW);

        assertThat(store.known(many.stream().map(Message::dedupeKey).toList())).hasSize(401).containsEntry("fact:m400", new KnownFact(true, null));
        assertThat(store.known(many.stream().limit(400).map(Message::dedupeKey).toList())).hasSize(400);
        assertThat(store.known(List.of("fact:none"))).isEmpty();
        assertThat(store.known(List.of())).isEmpty();
    }

    @OnEveryDatabase
    void whatBecameOfAFactIsFoundByItsKey() {
        insert("1", "a");
        assertThat(store.find("fact:a")).get().extracting(Progress::state).isEqualTo(Progress.State.WAITING);

        move(store, stored("a"), Move.claim(CLAIM, NOW));
        TestNode.record(store, TestNode.head(store, "workspace:1").orElseThrow(), new Change(Status.DEAD, NOW, 1, null, null, "not_found", "It is gone"));

        assertThat(store.find("fact:a")).get().extracting(Progress::state, Progress::code, Progress::reason)
            .containsExactly(Progress.State.DEAD, "not_found", "It is gone");
        assertThat(store.find("fact:b")).isEmpty();
    }

    @OnEveryDatabase
    void aDatabaseThatIsGoneIsNotTakenForOneThatKnowsWhatIsNew() {
        database.goAway();

        assertThatThrownBy(() -> store.insertNew(List.of(judged("a")), NOW)).isInstanceOf(RuntimeException.class);
        database.comeBack();
    }

    @OnEveryDatabase
    void aKnownFactDoesNotBreakTheTransactionAroundIt() {
        store.insert(message("1", "a"), NOW, null);

        store.inTransaction(() -> {
            assertThat(store.insert(message("1", "a"), NOW, null)).isFalse();
            return store.insert(message("1", "b"), NOW, null);
        });

        assertThat(due(NOW)).extracting(stored -> stored.message().payload()).containsExactlyInAnyOrder("a", "b");
    }

    @OnEveryDatabase
    void ofManyThreadsThatInsertOneFactOneHasIt() {
        int threads = 8;
        CyclicBarrier together = new CyclicBarrier(threads);
        List<CompletableFuture<Boolean>> inserts = IntStream.range(0, threads).mapToObj(i -> CompletableFuture.supplyAsync(() -> {
            try {
                together.await();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return store.insert(message("1", "a"), NOW, null);
        }, task -> new Thread(task).start())).toList();

        assertThat(inserts.stream().map(CompletableFuture::join).filter(Boolean::booleanValue)).hasSize(1);
        assertThat(due(NOW)).hasSize(1);
    }

    @OnEveryDatabase
    void aDatabaseThatIsGoneIsNotTakenForAKnownFact() {
        database.goAway();

        assertThatThrownBy(() -> store.insert(message("1", "a"), NOW, null)).isInstanceOf(ActiveObjectsException.class);
    }

    @OnEveryDatabase
    void theLongestOverdueComesFirstAndNoMoreThanAskedFor() {
        store.insert(message("1", "late"), NOW.plusSeconds(2), null);
        store.insert(message("2", "early"), NOW, null);
        store.insert(message("3", "middle"), NOW.plusSeconds(1), null);
        store.insert(new Message("other", "s", "o", "d", "t", "elsewhere"), NOW, null);

        assertThat(TestNode.due(store, Status.WAITING, NOW.plusSeconds(9), 2)).extracting(stored -> stored.message().payload())
            .containsExactly("early", "middle");
        assertThat(store.nextTime("workspace", Status.WAITING)).contains(NOW);
        assertThat(store.nextTime("workspace", Status.HELD)).isEmpty();
    }

    @OnEveryDatabase
    void theHeadIsTheFirstPendingOfItsKeyWhateverItsStatus() {
        insert("1", "a", "b");
        insert("2", "c");
        StoredMessage first = stored("a");

        for (Status status : List.of(Status.BLOCKED, Status.HELD, Status.WAITING)) {
            move(store, first, Move.park(status, NOW));
            assertThat(head("1")).isEqualTo("a");
        }
        move(store, first, Move.claim(CLAIM, NOW));
        assertThat(head("1")).isEqualTo("a");

        TestNode.record(store, first.claimed(CLAIM), change(Status.DEAD, null));
        assertThat(head("1")).isEqualTo("b");
        assertThat(TestNode.head(store, "workspace:none")).isEmpty();
    }

    @OnEveryDatabase
    void aClaimIsDueWhenItRunsOut() {
        insert("1", "a");
        move(store, stored("a"), Move.claim(CLAIM, NOW.plus(LeaseTimes.LEASE)));

        assertThat(due(NOW)).isEmpty();
        assertThat(TestNode.due(store, Status.SENDING, NOW.plus(LeaseTimes.LEASE).minusMillis(1), 9)).isEmpty();
        assertThat(TestNode.due(store, Status.SENDING, NOW.plus(LeaseTimes.LEASE), 9)).singleElement()
            .satisfies(stored -> assertThat(stored.claim()).isEqualTo(CLAIM));
    }

    @OnEveryDatabase
    void whatIsMovedIsReadOnceAndWrittenOnce() {
        insert("1", "a", "b");
        insert("2", "c");
        store.inTurn("workspace", turn -> true);
        int before = database.statements();
        store.inTurn("workspace", turn -> true);
        int aTurn = database.statements() - before;
        assertThat(aTurn).as("the lane's row is read and written").isEqualTo(2);

        assertThat(TestNode.moveWaiting(store, NOW, 100, stored ->
            stored.message().payload().equals("b") ? Optional.of(Move.park(Status.BLOCKED, NOW.plusSeconds(9))) : Optional.empty())).isEqualTo(3);

        assertThat(database.statements() - before - aTurn).isEqualTo(aTurn + 2);
        assertThat(TestNode.due(store, Status.BLOCKED, NOW.plusSeconds(9), 9)).extracting(stored -> stored.message().payload()).containsExactly("b");
        assertThat(due(NOW)).hasSize(2);
    }

    @OnEveryDatabase
    void whatBecameOfATryIsWrittenWhole() {
        insert("1", "a");
        StoredMessage tried = stored("a").claimed(CLAIM);
        move(store, tried, Move.claim(CLAIM, NOW.plus(LeaseTimes.LEASE)));
        Instant next = NOW.plusSeconds(7);

        assertThat(TestNode.record(store, tried, new Change(Status.WAITING, next, 3, NOW, Duration.ofHours(30), "unknown", "x\u0000".repeat(900)))).isTrue();

        assertThat(TestNode.due(store, Status.WAITING, next, 9)).singleElement().satisfies(stored -> {
            assertThat(stored.attempts()).isEqualTo(3);
            assertThat(stored.firstSentAt()).isEqualTo(NOW);
            assertThat(stored.unknownWait()).isEqualTo(Duration.ofHours(30));
            assertThat(stored.claim()).isNull();
        });
    }

    @OnEveryDatabase
    void onlyTheOwnerOfAClaimWritesItsOutcome() {
        insert("1", "a");
        StoredMessage waiting = stored("a");
        move(store, waiting, Move.claim(new Claim("node-2", NOW), NOW.plus(LeaseTimes.LEASE)));

        assertThat(TestNode.record(store, waiting.claimed(CLAIM), change(Status.DONE, null))).isFalse();
        assertThat(TestNode.record(store, waiting.claimed(new Claim("node-2", NOW.plusMillis(1))), change(Status.DONE, null))).isFalse();
        assertThat(TestNode.record(store, waiting.claimed(new Claim("node-2", NOW)), change(Status.DONE, null))).isTrue();
        assertThat(TestNode.record(store, waiting.claimed(new Claim("node-2", NOW)), change(Status.DEAD, null))).isFalse();
    }

    @OnEveryDatabase
    void anOutcomeOfAMessageThatIsGoneIsNotWritten() {
        insert("1", "a");
        StoredMessage tried = stored("a").claimed(CLAIM);
        move(store, tried, Move.claim(CLAIM, NOW));
        TestNode.record(store, tried, change(Status.DONE, null));
        store.sweep(NOW.plusSeconds(1), 9);

        assertThat(TestNode.record(store, tried, change(Status.DONE, null))).isFalse();
    }

    @OnEveryDatabase
    void whatIsHeldIsFoundBySenderAndLane() {
        insert("1", "a", "b");
        move(store, stored("a"), Move.park(Status.HELD, NOW));

        assertThat(store.held("workspace", "10000", 9)).extracting(stored -> stored.message().payload()).containsExactly("a");
        assertThat(store.held("workspace", "20000", 9)).isEmpty();
        assertThat(store.held("other", "10000", 9)).isEmpty();
    }

    @OnEveryDatabase
    void everyLaneIsNamedOnce() {
        for (String lane : List.of("b", "a", "c", "a")) {
            store.insert(new Message(lane, "s", "o", "d" + Math.random(), "t", "p"), NOW, null);
        }

        assertThat(store.lanes()).containsExactly("a", "b", "c");
    }

    @OnEveryDatabase
    void withoutMessagesThereIsNoLane() {
        assertThat(store.lanes()).isEmpty();
    }

    @OnEveryDatabase
    void onlyTheDoneAreSweptAtTheirTimeInBatches() {
        insert("1", "a", "b", "c", "d");
        for (String payload : List.of("a", "b", "c")) {
            StoredMessage tried = stored(payload).claimed(CLAIM);
            move(store, tried, Move.claim(CLAIM, NOW));
            TestNode.record(store, tried, change(payload.equals("c") ? Status.DEAD : Status.DONE, null));
        }

        assertThat(store.sweep(NOW.minusMillis(1), 9)).isZero();
        assertThat(store.sweep(NOW, 1)).isEqualTo(1);
        assertThat(store.sweep(NOW, 9)).isEqualTo(1);
        assertThat(store.sweep(NOW.plus(Duration.ofDays(900)), 9)).isZero();
        assertThat(store.insert(message("1", "a"), NOW, null)).isTrue();
        assertThat(store.insert(message("1", "c"), NOW, null)).isFalse();
    }

    @OnEveryDatabase
    void whatAnotherNodeWroteIsSeen() throws SQLException {
        insert("1", "a");
        assertThat(due(NOW)).hasSize(1);
        database.execute("UPDATE \"AO_7E57DB_OUTBOX\" SET \"ATTEMPTS\" = 5, \"STATUS\" = 'HELD'");

        assertThat(due(NOW)).isEmpty();
        assertThat(head("1")).isEqualTo("a");
        assertThat(TestNode.head(store, "workspace:1")).get().satisfies(stored -> {
            assertThat(stored.status()).isEqualTo(Status.HELD);
            assertThat(stored.attempts()).isEqualTo(5);
        });
    }

    private void insert(String conversation, String... payloads) {
        for (String payload : payloads) {
            store.insert(message(conversation, payload), NOW, null);
        }
    }

    private StoredMessage stored(String payload) {
        return due(NOW).stream().filter(stored -> stored.message().payload().equals(payload)).findFirst().orElseThrow();
    }

    private List<StoredMessage> due(Instant time) {
        return TestNode.due(store, Status.WAITING, time, 100);
    }

    private String head(String conversation) {
        Optional<StoredMessage> head = TestNode.head(store, "workspace:" + conversation);
        return head.orElseThrow().message().payload();
    }

    private static Change change(Status status, String code) {
        return new Change(status, NOW, 1, null, null, code, null);
    }
}
