package org.intercomjira.delivery;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import net.java.ao.Query;
import org.springframework.stereotype.Component;

/** The outbox's table. Every query has an index and a limit; what is read and then written is read and written in one transaction,
 * and what moves on its way out only in a {@link Turn} of its lane. */
@Component
class OutboxStore {
    /** Orders name the whole index, though its first columns are equal: otherwise H2 sorts all that waits to find the first. */
    private static final String BY_TIME = "LANE, STATUS, NEXT_AT";

    private final ActiveObjects ao;
    private final OutboxInserts inserts;
    private final LateFacts lateFacts;
    private final Turns turns;

    OutboxStore(@ComponentImport ActiveObjects ao) {
        this.ao = ao;
        this.inserts = new OutboxInserts(ao);
        this.lateFacts = new LateFacts(ao, inserts);
        this.turns = new Turns(ao);
    }

    /** Joins a transaction that is under way. */
    <T> T inTransaction(Supplier<T> work) {
        return ao.executeInTransaction(work::get);
    }

    /** Stores a message, unless its dedupe key is known. */
    boolean insert(Message message, Instant now, Instant firstSentAt) {
        return inserts.insert(message, now, firstSentAt, now);
    }

    /** The same, not to be tried before it is due. */
    boolean insert(Message message, Instant now, Instant firstSentAt, Instant due) {
        return inserts.insert(message, now, firstSentAt, due);
    }

    /** See {@link OutboxInserts#insertNew}. */
    void insertNew(List<JudgedFact> facts, Instant now) {
        inserts.insertNew(facts, now);
    }

    /** Stores a covered fact, unless its key is known. */
    boolean insert(CoveredFact fact, Instant now) {
        return inserts.insert(fact, now);
    }

    /** What is known of these dedupe keys. */
    Map<String, KnownFact> known(List<String> dedupeKeys) {
        return inserts.known(dedupeKeys);
    }

    /** Does something about facts that may be known already, in the turn of their lane. */
    <T> T late(String lane, Function<LateFacts, T> work) {
        return turns.take(lane, turn -> work.apply(lateFacts));
    }

    static Query due(String lane, Status status, Instant now) {
        return Query.select().where("LANE = ? AND STATUS = ? AND NEXT_AT <= ?", lane, status.name(), now.toEpochMilli()).order(BY_TIME);
    }

    /** When the next message of this lane and status has its time; empty when there is none. */
    Optional<Instant> nextTime(String lane, Status status) {
        return first(Query.select().where("LANE = ? AND STATUS = ?", lane, status.name()).order(BY_TIME))
            .map(row -> Instant.ofEpochMilli(row.getNextAt()));
    }

    /** What is held of this sender in this lane. */
    List<StoredMessage> held(String lane, String sender, int limit) {
        return read(held(lane, sender).limit(limit));
    }

    static Query held(String lane, String sender) {
        return Query.select().where("SENDER = ? AND STATUS = ? AND LANE = ?", sender, Status.HELD.name(), lane);
    }

    /** What of this lane is being sent, by whichever node: the oldest claims first. */
    List<StoredMessage> sending(String lane, int limit) {
        return read(Query.select().where("LANE = ? AND STATUS = ?", lane, Status.SENDING.name()).order(BY_TIME).limit(limit));
    }

    /** The senders that have held messages in this lane. One look into the index for each sender, and none when nothing is held. */
    Set<String> heldSenders(String lane) {
        Set<String> senders = new HashSet<>();
        if (nextTime(lane, Status.HELD).isEmpty()) {
            return senders;
        }
        for (String sender : senders()) {
            if (!held(lane, sender, 1).isEmpty()) {
                senders.add(sender);
            }
        }
        return senders;
    }

    /** All senders that have messages, whatever their status. */
    List<String> senders() {
        return each("SENDER", OutboxEntity::getSender);
    }

    /** All lanes that have messages, whatever their status: one look into the index for each. */
    List<String> lanes() {
        return each("LANE", OutboxEntity::getLane);
    }

    private List<String> each(String column, Function<OutboxEntity, String> value) {
        List<String> values = new ArrayList<>();
        Optional<String> next = first(Query.select().order(column)).map(value);
        while (next.isPresent()) {
            values.add(next.get());
            next = first(Query.select().where(column + " > ?", next.get()).order(column)).map(value);
        }
        return values;
    }

    /** See {@link Turns}: the only way to move messages of this lane. */
    <T> T inTurn(String lane, Function<Turn, T> work) {
        return turns.take(lane, work);
    }

    /** Deletes what is done and whose time to be kept is over; the number of rows, at most {@code limit}. */
    int sweep(Instant now, int limit) {
        return inTransaction(() -> {
            OutboxEntity[] rows = ao.find(OutboxEntity.class, Query.select()
                .where("STATUS = ? AND NEXT_AT <= ?", Status.DONE.name(), now.toEpochMilli()).order("STATUS, NEXT_AT").limit(limit));
            ao.delete(rows);
            return rows.length;
        });
    }

    /** By the unique key. */
    Optional<Progress> find(String dedupeKey) {
        return first(Query.select().where("DEDUPE_KEY = ?", dedupeKey)).map(row ->
            new Progress(row.getId(), Progress.State.of(row.getStatus()), row.getLastErrorCode(), row.getLastError()));
    }

    private Optional<OutboxEntity> first(Query query) {
        return Arrays.stream(ao.find(OutboxEntity.class, query.limit(1))).findFirst();
    }

    private List<StoredMessage> read(Query query) {
        return Arrays.stream(ao.find(OutboxEntity.class, query)).map(OutboxStore::message).toList();
    }

    static StoredMessage message(OutboxEntity row) {
        return new StoredMessage(row.getId(), content(row), Status.valueOf(row.getStatus()), row.getAttempts(),
            Instant.ofEpochMilli(row.getCreatedAt()), claim(row), instant(row.getFirstSentAt()), unknownWait(row));
    }

    private static Duration unknownWait(OutboxEntity row) {
        return row.getUnknownWait() == null ? null : Duration.ofMillis(row.getUnknownWait());
    }

    static Message content(OutboxEntity row) {
        return new Message(row.getLane(), row.getSender(), row.getOrderKey(), row.getDedupeKey(), row.getType(), row.getPayload());
    }

    static StoredMessage.Claim claim(OutboxEntity row) {
        return row.getOwnerNode() == null ? null : new StoredMessage.Claim(row.getOwnerNode(), instant(row.getClaimedAt()));
    }

    private static Instant instant(Long milliseconds) {
        return milliseconds == null ? null : Instant.ofEpochMilli(milliseconds);
    }
}
