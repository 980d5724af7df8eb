package org.intercomjira.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Where features leave what is to be delivered. */
@Component
public class Outbox {
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
     * Stores all of the messages or none, in one transaction and with one look at what is known: what a person's edit makes, who waits for it.
     *
     * @param messages to be delivered, unless their dedupe keys are known
     * @param covered  facts that are told along with others, or are never to be told: remembered as known and not delivered
     * @return how many of the messages are new
     */
    public int enqueueAll(List<Message> messages, List<Message> covered) {
        return wakeFor(store.insertAll(messages, covered, clock.instant()));
    }

    /**
     * As {@link #enqueueAll} for what has happened this very moment, so that nobody can have told of it before: it is not looked up,
     * because a person waits. A fact that is known all the same is still dropped, but on PostgreSQL a transaction that is under way
     * is lost by it: for facts that may be known there is {@link #enqueueAll}.
     */
    public int enqueueNew(List<Message> messages, List<Message> covered) {
        return wakeFor(store.insertNew(messages, covered, clock.instant()));
    }

    private int wakeFor(List<Message> added) {
        added.stream().map(Message::lane).distinct().forEach(lanes::wakeAfterInsert);
        return added.size();
    }

    /** What became of the message with this dedupe key; empty when there never was one, or when it is forgotten. */
    public Optional<Progress> find(String dedupeKey) {
        return store.find(dedupeKey);
    }

    /**
     * Lets messages go before all others of their order key, in this order: those that are unknown are stored, those that wait are moved.
     *
     * @param inOrder of one order key, at least one
     * @return how many of the messages are new
     */
    public int enqueueAhead(List<Message> inOrder) {
        return wakeFor(store.insertAhead(inOrder, clock.instant()).added());
    }

    /**
     * The same for one that asks before it goes itself.
     *
     * @return whether any of them goes before it now: those that are held do not
     */
    public boolean letGoFirst(List<Message> inOrder) {
        OutboxInserts.Ahead ahead = store.insertAhead(inOrder, clock.instant());
        return wakeFor(ahead.added()) + ahead.moved() > 0;
    }

    /** Of these dedupe keys those that are known, and whether their messages are still to be delivered. */
    public Map<String, Boolean> known(List<String> dedupeKeys) {
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
}
