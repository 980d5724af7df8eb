package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.delivery.TestNode.move;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.intercomjira.delivery.StoredMessage.Claim;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;

@Tables({OutboxEntity.class, LaneEntity.class})
class LateFactsTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final KnownFact WAITS = new KnownFact(true, null);
    private final OutboxStore store;

    LateFactsTest(TestDatabase database) {
        store = new OutboxStore(database.activeObjects());
    }

    @OnEveryDatabase
    void anEventThatKeepsSomethingBackWinsOverItsRecovery() {
        recover("change:1", "215", "216");

        event(new JudgedFact("change:1", List.of(), List.of(mark("change:1", "silent_bulk"))));

        assertThat(store.known(List.of("change:1", "change:1:215", "change:1:216"))).isEqualTo(Map.of("change:1", covered("silent_bulk"),
            "change:1:215", covered("silent_bulk"), "change:1:216", covered("silent_bulk")));
        assertThat(TestNode.due(store, Status.WAITING, NOW, 9)).isEmpty();
    }

    /** Forgotten at once, its fact would look lost again; still waiting, it would go out at the end of that time. */
    @OnEveryDatabase
    void aRecoveredNoteThatItsEventKeepsBackIsDoneAndRememberedAsLongAsAnyOther() {
        recover("change:1", "215");

        event(new JudgedFact("change:1", List.of(), List.of(mark("change:1", "silent_bulk"))));

        assertThat(store.find("change:1:215")).get().extracting(Progress::state).isEqualTo(Progress.State.DONE);
        assertThat(TestNode.due(store, Status.WAITING, NOW.plus(OutcomeRules.KEPT), 9)).isEmpty();
        assertThat(store.sweep(NOW.plus(OutcomeRules.KEPT).minusMillis(1), 9)).isZero();
        assertThat(store.sweep(NOW.plus(OutcomeRules.KEPT), 9)).as("the note and the mark of its fact").isEqualTo(2);
    }

    @OnEveryDatabase
    void anEventThatNotifiesOneConversationTakesTheRecoveredNoteFromTheOther() {
        recover("change:1", "215", "216");

        event(new JudgedFact("change:1", List.of(message("change:1", "216")), List.of(mark("change:1:215", "own_action"))));

        assertThat(store.known(List.of("change:1", "change:1:215", "change:1:216")))
            .isEqualTo(Map.of("change:1:215", covered("own_action"), "change:1:216", WAITS));
    }

    @OnEveryDatabase
    void aRecoveredNoteThatMayHaveBeenSentStays() {
        recover("change:1", "215");
        move(store, TestNode.head(store, "workspace:215").orElseThrow(), Move.claim(new Claim("node", NOW), NOW.plus(LeaseTimes.LEASE)));

        event(new JudgedFact("change:1", List.of(), List.of(mark("change:1", "trigger_off"))));

        assertThat(store.known(List.of("change:1", "change:1:215"))).as("its note is not tried again, see MissedEvents")
            .isEqualTo(Map.of("change:1", covered(LateFacts.WITHDRAWN), "change:1:215", WAITS));
    }

    /** Intercom may have it although its answer was lost: to say that it is covered would be wrong, and it is not tried again either. */
    @OnEveryDatabase
    void aRecoveredNoteThatWasTriedAndWaitsAgainStays() {
        store.insert(message("change:1", "215"), NOW, NOW);
        store.insert(mark("change:1", LateFacts.RECOVERED), NOW);

        event(new JudgedFact("change:1", List.of(), List.of(mark("change:1", "trigger_off"))));

        assertThat(store.known(List.of("change:1", "change:1:215"))).isEqualTo(Map.of("change:1", covered(LateFacts.WITHDRAWN), "change:1:215", WAITS));
    }

    @OnEveryDatabase
    void aRecoveredNoteThatHasArrivedStaysDelivered() {
        recover("change:1", "215");
        assertThat(drained()).containsExactly("change:1");

        event(new JudgedFact("change:1", List.of(), List.of(mark("change:1", "trigger_off"))));

        assertThat(store.known(List.of("change:1", "change:1:215")))
            .isEqualTo(Map.of("change:1", covered("trigger_off"), "change:1:215", new KnownFact(false, null)));
    }

    /** A post function has asked for the note of a change whose trigger is off. */
    @OnEveryDatabase
    void aNoteThatDoesNotComeFromRecoveryIsNotTakenBackByAnEvent() {
        store.insert(message("change:1", "215"), NOW, null);
        store.insert(mark("change:1", "trigger_off"), NOW);

        event(new JudgedFact("change:1", List.of(), List.of(mark("change:1", "trigger_off"))));

        assertThat(store.known(List.of("change:1", "change:1:215"))).isEqualTo(Map.of("change:1", covered("trigger_off"), "change:1:215", WAITS));
    }

    @OnEveryDatabase
    void onlyWhatWasNotKnownIsAnnouncedToTheLane() {
        Message first = message("change:1", "215");
        Message second = message("change:1", "216");
        store.insert(first, NOW, null);
        List<MissingMessage> missing = List.of(new MissingMessage("change:1", first, Set.of()), new MissingMessage("change:1", second, Set.of()));

        assertThat(insertMissing(missing)).containsExactly(second);
        assertThat(insertMissing(missing)).isEmpty();

        Message third = message("change:1", "217");
        JudgedFact judged = new JudgedFact("change:1", List.of(first, third), List.of());
        assertThat(event(judged)).containsExactly(third);
        assertThat(event(judged)).isEmpty();
    }

    /** Its event arrived while recovery, which had found nothing known of it, judged the change again. */
    @OnEveryDatabase
    void aFactThatItsEventHasKeptBackIsNotRecovered() {
        event(new JudgedFact("change:1", List.of(), List.of(mark("change:1", "silent_bulk"))));

        recover("change:1", "215");

        assertThat(store.known(List.of("change:1", "change:1:215"))).isEqualTo(Map.of("change:1", covered("silent_bulk")));
    }

    @OnEveryDatabase
    void aCommentThatWasRecoveredBesideItsChangeIsNotLostToTheEventOfBoth() {
        recover("change:1", "215");
        recover("comment:2", "215");

        event(new JudgedFact("change:1", List.of(message("change:1", "215")), List.of()),
            new JudgedFact("comment:2", List.of(), List.of(mark("comment:2", CoveredFact.TOGETHER))));

        assertThat(store.known(List.of("change:1:215", "comment:2:215"))).isEqualTo(Map.of("change:1:215", WAITS, "comment:2:215", WAITS));
    }

    @OnEveryDatabase
    void anEventAfterItsFactWasPutDownAsEventlessIsStillObeyed() {
        store.insert(mark("change:1", "no_event"), NOW);

        event(new JudgedFact("change:1", List.of(message("change:1", "215")), List.of()));

        assertThat(store.known(List.of("change:1:215"))).isEqualTo(Map.of("change:1:215", WAITS));
    }

    @OnEveryDatabase
    void aLostMessageGoesBeforeWhatIsLaterAndBehindWhatIsEarlier() {
        store.insert(message("change:1", "215"), NOW, null);
        store.insert(message("change:3", "215"), NOW, null);
        store.insert(message("change:5", "215"), NOW, null);

        missing("change:4", "change:5:215");
        missing("change:2", "change:3:215", "change:4:215", "change:5:215");

        assertThat(drained()).containsExactly("change:1", "change:2", "change:3", "change:4", "change:5");
    }

    @OnEveryDatabase
    void withoutAnythingLaterALostMessageGoesLast() {
        store.insert(message("change:1", "215"), NOW, null);

        missing("change:2");

        assertThat(drained()).containsExactly("change:1", "change:2");
    }

    @OnEveryDatabase
    void rowsThatExistAreNeverReordered() {
        store.insert(message("change:2", "215"), NOW, null);
        store.insert(message("change:1", "215"), NOW, null);

        missing("change:0", "change:1:215", "change:2:215");
        missing("change:1", "change:2:215");

        assertThat(drained()).containsExactly("change:0", "change:2", "change:1");
    }

    @OnEveryDatabase
    void aMessageThatWaitsCanBeLetGoFirst() {
        store.insert(message("change:1", "215"), NOW, null);
        store.insert(message("change:2", "215"), NOW, null);
        store.insert(message("change:3", "215"), NOW, null);

        assertThat(advance("change:3:215")).isTrue();
        assertThat(advance("change:4:215")).as("there is none").isFalse();

        assertThat(drained()).containsExactly("change:3", "change:1", "change:2");
        assertThat(advance("change:1:215")).as("it is done").isFalse();
    }

    @OnEveryDatabase
    void aMessageThatIsHeldIsNotWaitedFor() {
        store.insert(message("change:1", "215"), NOW, null);
        move(store, TestNode.head(store, "workspace:215").orElseThrow(), Move.park(Status.HELD, NOW));

        assertThat(advance("change:1:215")).isFalse();
    }

    private boolean advance(String key) {
        return store.late("workspace", late -> late.advance(key));
    }

    @OnEveryDatabase
    void onlyAReversibleReasonIsReversed() {
        store.insert(mark("change:1", "trigger_off"), NOW);
        store.insert(mark("change:2", "security_level"), NOW);

        assertThat(uncover("change:1")).hasSize(1);
        assertThat(uncover("change:2")).isEmpty();
        assertThat(uncover("change:3")).as("nothing is known of it").hasSize(1);
        assertThat(uncover("change:1")).as("it has its message").isEmpty();

        assertThat(store.known(List.of("change:1", "change:1:215", "change:2", "change:2:215", "change:3:215")))
            .isEqualTo(Map.of("change:1:215", WAITS, "change:2", covered("security_level"), "change:3:215", WAITS));
    }

    private List<Message> uncover(String fact) {
        return store.late("workspace", late -> late.uncover(new JudgedFact(fact, List.of(message(fact, "215")), List.of()), "trigger_off"::equals, NOW));
    }

    private void recover(String fact, String... conversations) {
        List<MissingMessage> missing = List.of(conversations).stream().map(conversation -> new MissingMessage(fact, message(fact, conversation), Set.of())).toList();
        store.late("workspace", late -> late.insertMissing(missing, List.of(mark(fact, LateFacts.RECOVERED)), NOW));
    }

    private void missing(String fact, String... later) {
        store.late("workspace", late -> late.insertMissing(List.of(new MissingMessage(fact, message(fact, "215"), Set.of(later))), List.of(), NOW));
    }

    private List<Message> insertMissing(List<MissingMessage> missing) {
        return store.late("workspace", late -> late.insertMissing(missing, List.of(), NOW));
    }

    private List<Message> event(JudgedFact... facts) {
        return store.late("workspace", late -> late.insertLate(List.of(facts), NOW));
    }

    private List<String> drained() {
        List<String> payloads = new ArrayList<>();
        for (var head = TestNode.head(store, "workspace:215"); head.isPresent(); head = TestNode.head(store, "workspace:215")) {
            StoredMessage message = head.get();
            Claim claim = new Claim("node", NOW);
            move(store, message, Move.claim(claim, NOW.plus(LeaseTimes.LEASE)));
            TestNode.record(store, message.claimed(claim), new Change(Status.DONE, NOW, 0, null, null, null, null));
            payloads.add(message.message().payload());
        }
        return payloads;
    }

    private static Message message(String fact, String conversation) {
        return new Message("workspace", "10000", "workspace:" + conversation, fact + ":" + conversation, "note", fact);
    }

    private static CoveredFact mark(String key, String reason) {
        return new CoveredFact(key, "workspace", "10000", reason);
    }

    private static KnownFact covered(String reason) {
        return new KnownFact(false, reason);
    }
}
