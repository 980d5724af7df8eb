package org.intercomjira.delivery;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.java.ao.DBParam;
import net.java.ao.Query;

/** Puts messages and covered facts into the outbox's table, each dedupe key once. */
final class OutboxInserts {
    /** The {@code LAST_ERROR_CODE} of a covered fact; its reason stands in {@code LAST_ERROR}. */
    static final String COVERED = "covered";
    /** Fewer than any database takes in one list. */
    private static final int MOST_IN_A_LIST = 200;
    /** Columns that no covered fact needs are NOT NULL since version 0.1.0; its message would never be read. */
    private static final String NO_PAYLOAD = "-";

    private final ActiveObjects ao;

    OutboxInserts(ActiveObjects ao) {
        this.ao = ao;
    }

    /**
     * Stores a message, unless its dedupe key is known.
     *
     * <p>Looked up first, because a refused insert would break a transaction that this one has joined on PostgreSQL. The unique
     * column is the last guard against two nodes that insert the same fact at once: then the insert of the later one fails, and if
     * the transaction was our own, the fact is found afterwards and all is well.
     *
     * @param firstSentAt when it may have been sent first; null for not at all
     * @param due         not to be tried before
     */
    boolean insert(Message message, Instant now, Instant firstSentAt, Instant due) {
        return insert(message.dedupeKey(), () -> columns(message, now, firstSentAt, due));
    }

    /** Stores a covered fact, unless its key is known. */
    boolean insert(CoveredFact fact, Instant now) {
        return insert(fact.key(), () -> columns(fact, now));
    }

    private boolean insert(String dedupeKey, Supplier<DBParam[]> columns) {
        try {
            return ao.executeInTransaction(() -> {
                if (row(dedupeKey).isPresent()) {
                    return false;
                }
                ao.create(OutboxEntity.class, columns.get());
                return true;
            });
        } catch (RuntimeException e) {
            if (isKnownAfter(e, dedupeKey)) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Stores facts that were judged this very moment, in one transaction and without a look at what is known: a person waits, and each
     * look is a way to the database and back. A single row needs no transaction of its own, which is another.
     *
     * @throws RuntimeException when the database refuses a row: nothing is stored then, see {@link LateFacts}
     */
    void insertNew(List<JudgedFact> facts, Instant now) {
        List<DBParam[]> rows = new ArrayList<>();
        for (JudgedFact fact : facts) {
            fact.messages().forEach(message -> rows.add(columns(message, now, null, now)));
            fact.covered().forEach(covered -> rows.add(columns(covered, now)));
        }
        if (rows.size() == 1) {
            ao.create(OutboxEntity.class, rows.get(0));
            return;
        }
        ao.executeInTransaction(() -> {
            rows.forEach(row -> ao.create(OutboxEntity.class, row));
            return null;
        });
    }

    /** Stores a message at this place of its order key. Not looked up: the caller knows that it is new. */
    void insertAt(Message message, int place, Instant now) {
        ao.create(OutboxEntity.class, columns(message, now, Status.WAITING, now, place).toArray(DBParam[]::new));
    }

    /** What is known of these dedupe keys. */
    Map<String, KnownFact> known(List<String> dedupeKeys) {
        return rows(dedupeKeys).collect(Collectors.toMap(OutboxEntity::getDedupeKey, row -> new KnownFact(row.getPending(), reason(row))));
    }

    /** Null for a row that is or was a message. */
    static String reason(OutboxEntity row) {
        return COVERED.equals(row.getLastErrorCode()) ? Optional.ofNullable(row.getLastError()).orElse(COVERED) : null;
    }

    Optional<OutboxEntity> row(String dedupeKey) {
        return Arrays.stream(ao.find(OutboxEntity.class, Query.select().where("DEDUPE_KEY = ?", dedupeKey).limit(1))).findFirst();
    }

    private Stream<OutboxEntity> rows(List<String> dedupeKeys) {
        List<OutboxEntity> found = new ArrayList<>();
        for (int from = 0; from < dedupeKeys.size(); from += MOST_IN_A_LIST) {
            List<String> some = dedupeKeys.subList(from, Math.min(from + MOST_IN_A_LIST, dedupeKeys.size()));
            String places = String.join(",", Collections.nCopies(some.size(), "?"));
            found.addAll(List.of(ao.find(OutboxEntity.class, Query.select().where("DEDUPE_KEY IN (" + places + ")", some.toArray()).limit(some.size()))));
        }
        return found.stream();
    }

    private boolean isKnownAfter(RuntimeException problem, String dedupeKey) {
        try {
            return row(dedupeKey).isPresent();
        } catch (RuntimeException e) {
            problem.addSuppressed(e);
            return false;
        }
    }

    private static DBParam[] columns(Message message, Instant now, Instant firstSentAt, Instant due) {
        List<DBParam> columns = columns(message, now, Status.WAITING, due, 0);
        if (firstSentAt != null) {
            columns.add(new DBParam("FIRST_SENT_AT", firstSentAt.toEpochMilli()));
        }
        return columns.toArray(DBParam[]::new);
    }

    private static DBParam[] columns(CoveredFact fact, Instant now) {
        Message nothing = new Message(fact.lane(), fact.sender(), fact.key(), fact.key(), COVERED, NO_PAYLOAD);
        List<DBParam> columns = columns(nothing, now, Status.DONE, now.plus(OutcomeRules.KEPT), 0);
        columns.add(new DBParam("LAST_ERROR_CODE", COVERED));
        columns.add(new DBParam("LAST_ERROR", fact.reason()));
        return columns.toArray(DBParam[]::new);
    }

    private static List<DBParam> columns(Message message, Instant now, Status status, Instant nextAt, int place) {
        return new ArrayList<>(List.of(
            new DBParam("LANE", message.lane()), new DBParam("SENDER", message.sender()), new DBParam("ORDER_KEY", message.orderKey()),
            new DBParam("DEDUPE_KEY", message.dedupeKey()), new DBParam("TYPE", message.type()), new DBParam("PAYLOAD", message.payload()),
            new DBParam("STATUS", status.name()), new DBParam("PENDING", status.isPending()), new DBParam("PLACE", place), new DBParam("ATTEMPTS", 0),
            new DBParam("NEXT_AT", nextAt.toEpochMilli()), new DBParam("CREATED_AT", now.toEpochMilli())));
    }
}
