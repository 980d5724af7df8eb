package org.intercomjira.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where features leave what is to be delivered. */
@Component
public class Outbox {
    /** The reason under a fact's own key when its messages come from Jira's history and not from its event. */
    public static final String RECOVERED = LateFacts.RECOVERED;
    /** The reason under a fact's own key when its event keeps it back: a message that recovery made of it must not be tried again. */
    public static final String WITHDRAWN = LateFacts.WITHDRAWN;

    private final OutboxStore store;
    private final OutboxCounts counts;
    private final Lanes lanes;
    private final Clock clock;

    Outbox(OutboxStore store, OutboxCounts counts, Lanes lanes, Clock clock) {
        this.store = store;
        this.counts = counts;
        this.lanes = lanes;
        this.clock = clock;
    }

    /**
     * Stores the message; delivery happens later and elsewhere. Joins a transaction of Active Objects that is under way.
     *
     * @return false when a message with the same dedupe key is already known
     */
    public boolean enqueue(Message message) {
        boolean added = store.insert(message, clock.instant(), null);
        if (added) {
            lanes.wakeAfterInsert(message.lane());
        }
        return added;
    }

    /**
     * Stores what was decided about facts this very moment: all of it or nothing. Should any of it be known already (recovery was faster
     * than a node that stood still), what is decided now wins over what recovery has found.
     *
     * @param facts of one lane
     */
    public void enqueueJudged(List<JudgedFact> facts) {
        try {
            store.insertNew(facts, clock.instant());
            wakeFor(facts.stream().flatMap(fact -> fact.messages().stream()).toList());
        } catch (RuntimeException e) {
            enqueueLate(facts, e);
        }
    }

    private void enqueueLate(List<JudgedFact> facts, RuntimeException problem) {
        if (store.known(keysOf(facts)).isEmpty()) {
            throw problem;
        }
        wakeFor(store.late(laneOf(facts), late -> late.insertLate(facts, clock.instant())));
    }

    private static List<String> keysOf(List<JudgedFact> facts) {
        return facts.stream().flatMap(fact -> Stream.of(fact.messages().stream().map(Message::dedupeKey), fact.covered().stream().map(CoveredFact::key),
            Stream.of(fact.key())).flatMap(keys -> keys)).distinct().toList();
    }

    private static String laneOf(List<JudgedFact> facts) {
        return facts.stream().flatMap(fact -> Stream.concat(fact.messages().stream().map(Message::lane), fact.covered().stream().map(CoveredFact::lane)))
            .findFirst().orElseThrow();
    }

    private int wakeFor(List<Message> added) {
        added.stream().map(Message::lane).distinct().forEach(lanes::wakeAfterInsert);
        return added.size();
    }

    /**
     * Stores messages whose facts were lost, each before what has to come after it, and marks the facts as recovered: should the event of
     * one of them still arrive, it wins.
     *
     * @param missing of this lane, in the order in which they are to be delivered
     * @param facts   the facts' keys
     * @param sender  whose the messages are
     * @return how many of the messages were not known
     */
    public int enqueueMissing(String lane, String sender, List<MissingMessage> missing, List<String> facts) {
        List<CoveredFact> marks = facts.stream().map(fact -> new CoveredFact(fact, lane, sender, LateFacts.RECOVERED)).toList();
        return wakeFor(store.late(lane, late -> late.insertMissing(missing, marks, clock.instant())));
    }

    /**
     * Stores the messages of a fact of which nothing is known, or which was covered for a reason that is reversible.
     *
     * @return the messages that were not known; empty also when the fact is covered for another reason
     */
    public List<Message> uncover(JudgedFact fact, Predicate<String> isReversible) {
        List<Message> added = store.late(laneOf(List.of(fact)), late -> late.uncover(fact, isReversible, clock.instant()));
        wakeFor(added);
        return added;
    }

    /**
     * Lets a message that waits go before all others of its order key: for one that has noticed that it would overtake it.
     *
     * @return false when there is none, or when it could not go now: it is under way, or held for its authorisation
     */
    public boolean advance(String lane, String dedupeKey) {
        return store.late(lane, late -> late.advance(dedupeKey));
    }

    /** Puts down that a fact needs no message. False when something is known of it already. */
    public boolean cover(CoveredFact fact) {
        return store.insert(fact, clock.instant());
    }

    /** What became of the message with this dedupe key; empty when there never was one, or when it is forgotten. */
    public Optional<Progress> find(String dedupeKey) {
        return store.find(dedupeKey);
    }

    /** What is known of these dedupe keys. */
    public Map<String, KnownFact> known(List<String> dedupeKeys) {
        return store.known(dedupeKeys);
    }

    /** How the deliveries of this sender stand. */
    public DeliveryCounts countsOf(String sender) {
        return counts.of(sender, clock.instant().minus(Duration.ofDays(1)));
    }

    /** How the deliveries of all senders stand. */
    public DeliveryCounts counts() {
        return counts.ofAll(clock.instant().minus(Duration.ofDays(1)));
    }

    /** The sender is authorised again: its waiting messages go out. Returns at once. */
    public void release(String sender) {
        lanes.release(sender);
    }

    /**
     * Gives messages that are still to be delivered another sender, whose authorisation they need from now on. What was held because of
     * the old one goes out, unless the new one is held, too; its courier then decides what becomes of it. Must not be called in a
     * transaction.
     *
     * @param concerned which messages of the order key
     * @return how many messages have a new sender
     */
    public int reassign(String lane, String orderKey, Predicate<Message> concerned, String sender) {
        return lanes.reassign(lane, orderKey, concerned, sender);
    }
}
