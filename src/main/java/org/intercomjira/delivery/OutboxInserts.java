package org.intercomjira.delivery;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.java.ao.DBParam;
import net.java.ao.Query;

/** Puts messages into the outbox's table, each fact once. */
final class OutboxInserts {
    /** Fewer than any database takes in one list. */
    private static final int MOST_IN_A_LIST = 200;

    private final ActiveObjects ao;

    /**
     * What was let go before others.
     *
     * @param added messages that were not known
     * @param moved how many were known, and go first now
     */
    record Ahead(List<Message> added, int moved) {
    }

    OutboxInserts(ActiveObjects ao) {
        this.ao = ao;
    }

    /**
     * Stores a message, unless its dedupe key is known.
     *
     * <p>Looked up first, because a refused insert would break a transaction that this one has joined on PostgreSQL. The unique
     * column is the last guard against two nodes that insert the same fact at once: then the insert of the later one fails, and if
     * the transaction was our own, the fact is found afterwards and all is well.
     */
    boolean insert(Message message, Instant now, Instant firstSentAt) {
        return insert(message, () -> columns(message, now, firstSentAt));
    }

    private boolean insert(Message message, Supplier<DBParam[]> columns) {
        try {
            return ao.executeInTransaction(() -> {
                if (isKnown(message.dedupeKey())) {
                    return false;
                }
                ao.create(OutboxEntity.class, columns.get());
                return true;
            });
        } catch (RuntimeException e) {
            if (isKnownAfter(e, message.dedupeKey())) {
                return false;
            }
            throw e;
        }
    }

    /**
     * Stores messages and what they cover, and leaves out what is known. The messages that are new.
     *
     * <p>Should another node store one of these facts at the same moment, the whole transaction fails; then each is stored on its own.
     */
    List<Message> insertAll(List<Message> messages, List<Message> covered, Instant now) {
        try {
            return ao.executeInTransaction(() -> {
                Set<String> known = new HashSet<>(known(Stream.concat(messages.stream(), covered.stream()).map(Message::dedupeKey).distinct().toList()).keySet());
                List<Message> added = messages.stream().filter(message -> known.add(message.dedupeKey())).toList();
                List<Message> coveredNow = covered.stream().filter(message -> known.add(message.dedupeKey())).toList();
                added.forEach(message -> ao.create(OutboxEntity.class, columns(message, now, null)));
                coveredNow.forEach(message -> ao.create(OutboxEntity.class, coveredColumns(message, now)));
                return added;
            });
        } catch (RuntimeException e) {
            return insertOneByOne(messages, covered, now, e);
        }
    }

    /**
     * As {@link #insertAll} for facts that nobody can know yet: without a look at what is known. Spares whoever waits a query, and for
     * a single message the transaction too, each a way to the database and back. Should a fact be known after all, the insert is
     * refused, and each is looked up and stored on its own.
     */
    List<Message> insertNew(List<Message> messages, List<Message> covered, Instant now) {
        try {
            if (messages.size() == 1 && covered.isEmpty()) {
                ao.create(OutboxEntity.class, columns(messages.get(0), now, null));
                return messages;
            }
            return ao.executeInTransaction(() -> {
                messages.forEach(message -> ao.create(OutboxEntity.class, columns(message, now, null)));
                covered.forEach(message -> ao.create(OutboxEntity.class, coveredColumns(message, now)));
                return messages;
            });
        } catch (RuntimeException e) {
            return insertOneByOne(messages, covered, now, e);
        }
    }

    private List<Message> insertOneByOne(List<Message> messages, List<Message> covered, Instant now, RuntimeException problem) {
        if (known(messages.stream().map(Message::dedupeKey).toList()).isEmpty() && known(covered.stream().map(Message::dedupeKey).toList()).isEmpty()) {
            throw problem;
        }
        List<Message> added = messages.stream().filter(message -> insert(message, now, null)).toList();
        covered.forEach(message -> insert(message, () -> coveredColumns(message, now)));
        return added;
    }

    /**
     * Lets the messages go before all others of their order key, in this order: what is unknown is stored, what waits is moved, what is
     * done stays done.
     */
    Ahead insertAhead(List<Message> inOrder, Instant now) {
        return ao.executeInTransaction(() -> {
            Map<String, OutboxEntity> rows = rows(inOrder.stream().map(Message::dedupeKey).toList())
                .collect(Collectors.toMap(OutboxEntity::getDedupeKey, row -> row));
            List<Message> added = new ArrayList<>();
            int moved = 0;
            int place = firstPlace(inOrder.get(0).orderKey()) - inOrder.size();
            for (Message message : inOrder) {
                OutboxEntity row = rows.get(message.dedupeKey());
                if (row == null) {
                    ao.create(OutboxEntity.class, columns(message, now, Status.WAITING, now, place).toArray(DBParam[]::new));
                    added.add(message);
                } else if (row.getPending()) {
                    row.setPlace(place);
                    row.save();
                    moved += goesFirst(row, message) ? 1 : 0;
                }
                place++;
            }
            return new Ahead(added, moved);
        });
    }

    /** What is held steps aside wherever it stands, see {@link Turn#head}. */
    private static boolean goesFirst(OutboxEntity row, Message message) {
        return row.getSender().equals(message.sender()) && !Status.HELD.name().equals(row.getStatus());
    }

    private int firstPlace(String orderKey) {
        OutboxEntity[] first = ao.find(OutboxEntity.class, Query.select().where("ORDER_KEY = ? AND PENDING = ?", orderKey, true)
            .order("ORDER_KEY, PENDING, PLACE, ID").limit(1));
        return first.length == 0 ? 0 : Math.min(0, first[0].getPlace());
    }

    /** Of these dedupe keys those that are known, and whether their messages are still to be delivered. */
    Map<String, Boolean> known(List<String> dedupeKeys) {
        return rows(dedupeKeys).collect(Collectors.toMap(OutboxEntity::getDedupeKey, OutboxEntity::getPending));
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
            return isKnown(dedupeKey);
        } catch (RuntimeException e) {
            problem.addSuppressed(e);
            return false;
        }
    }

    private boolean isKnown(String dedupeKey) {
        return ao.count(OutboxEntity.class, Query.select().where("DEDUPE_KEY = ?", dedupeKey)) > 0;
    }

    private static DBParam[] columns(Message message, Instant now, Instant firstSentAt) {
        List<DBParam> columns = columns(message, now, Status.WAITING, now, 0);
        if (firstSentAt != null) {
            columns.add(new DBParam("FIRST_SENT_AT", firstSentAt.toEpochMilli()));
        }
        return columns.toArray(DBParam[]::new);
    }

    private static DBParam[] coveredColumns(Message message, Instant now) {
        List<DBParam> columns = columns(message, now, Status.DONE, now.plus(OutcomeRules.KEPT), 0);
        columns.add(new DBParam("LAST_ERROR_CODE", "covered"));
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
