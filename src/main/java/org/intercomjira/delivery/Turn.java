package org.intercomjira.delivery;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import net.java.ao.Query;

/**
 * The right to move messages of one lane, for as long as a transaction of {@link Turns} lasts. Each answer is written to the row that
 * was read, without reading it again: nobody else moves it meanwhile. Only the columns that change are written, so a message that is
 * put ahead at the same moment stays ahead.
 */
final class Turn {
    private final ActiveObjects ao;
    private final String lane;

    Turn(ActiveObjects ao, String lane) {
        this.ao = ao;
        this.lane = lane;
    }

    /**
     * Moves what of this status has its time behind it, the longest overdue first.
     *
     * @param limit how many are read at most
     * @param move  asked in turn about each that was read; empty leaves it as it is
     * @return how many were read
     */
    int moveDue(Status status, Instant now, int limit, Function<StoredMessage, Optional<Move>> move) {
        return move(OutboxStore.due(lane, status, now).limit(limit), move);
    }

    /** As {@link #moveDue} for what is held of this sender. */
    int moveHeld(String sender, int limit, Function<StoredMessage, Optional<Move>> move) {
        return move(OutboxStore.held(lane, sender).limit(limit), move);
    }

    /** Ends messages of this status, whoever has claimed them, as discarded. The number of messages, at most {@code limit}. */
    int discard(Status status, Instant sweepAt, int limit) {
        OutboxEntity[] rows = ao.find(OutboxEntity.class, Query.select().where("LANE = ? AND STATUS = ?", lane, status.name())
            .order("LANE, STATUS, NEXT_AT").limit(limit));
        for (OutboxEntity row : rows) {
            row.setStatus(Status.DONE.name());
            row.setPending(Status.DONE.isPending());
            row.setNextAt(sweepAt.toEpochMilli());
            row.setLastErrorCode("discarded");
            row.setOwnerNode(null);
            row.setClaimedAt(null);
            row.save();
        }
        return rows.length;
    }

    /**
     * Gives pending messages of this order key another sender. One that is being sent stays with its owner, who does not write the sender.
     *
     * @param concerned which of them
     * @param isHeld    whether the new sender's messages wait for its authorisation: if not, what was held waits for its time
     * @return how many have a new sender
     */
    int reassign(String orderKey, Predicate<Message> concerned, String sender, boolean isHeld) {
        int changed = 0;
        long last = 0;
        OutboxEntity[] rows;
        do {
            rows = ao.find(OutboxEntity.class, Query.select().where("ORDER_KEY = ? AND PENDING = ? AND ID > ?", orderKey, true, last).order("ID").limit(Claims.PAGE));
            for (OutboxEntity row : rows) {
                last = row.getId();
                if (!row.getSender().equals(sender) && concerned.test(OutboxStore.content(row))) {
                    reassign(row, sender, isHeld);
                    changed++;
                }
            }
        } while (rows.length == Claims.PAGE);
        return changed;
    }

    private static void reassign(OutboxEntity row, String sender, boolean isHeld) {
        row.setSender(sender);
        if (!isHeld && Status.HELD.name().equals(row.getStatus())) {
            row.setStatus(Status.WAITING.name());
            row.setNextAt(row.getCreatedAt());
        }
        row.save();
    }

    /**
     * The message that goes next of an order key: the first pending one. What is held steps aside for others, or a project that has lost
     * its authorisation would keep all others from the conversation.
     *
     * @param isHeld whether this sender's messages wait for its authorisation
     */
    Optional<StoredMessage> head(String orderKey, Predicate<String> isHeld) {
        return headRow(orderKey, isHeld).map(OutboxStore::message);
    }

    /** Lets the message that goes next wait for its time, if it was blocked. */
    Optional<StoredMessage> freeHead(String orderKey, Predicate<String> isHeld) {
        Optional<OutboxEntity> row = headRow(orderKey, isHeld);
        Optional<StoredMessage> head = row.map(OutboxStore::message);
        head.flatMap(Move::free).ifPresent(to -> write(row.get(), to));
        return head;
    }

    private Optional<OutboxEntity> headRow(String orderKey, Predicate<String> isHeld) {
        Set<String> aside = new LinkedHashSet<>();
        Set<String> unknown = new LinkedHashSet<>();
        Optional<OutboxEntity> head = firstBut(aside, unknown, orderKey);
        while (head.isPresent()) {
            OutboxEntity row = head.get();
            if (Status.of(row.getStatus()).isEmpty()) {
                unknown.add(row.getStatus());
            } else if (!Status.SENDING.name().equals(row.getStatus()) && isHeld.test(row.getSender())) {
                aside.add(row.getSender());
            } else {
                return head;
            }
            head = firstBut(aside, unknown, orderKey);
        }
        return head;
    }

    private Optional<OutboxEntity> firstBut(Set<String> senders, Set<String> statuses, String orderKey) {
        List<Object> values = new ArrayList<>(List.of(orderKey, true));
        values.addAll(senders);
        values.addAll(statuses);
        String others = " AND SENDER <> ?".repeat(senders.size()) + " AND STATUS <> ?".repeat(statuses.size());
        return first(Query.select().where("ORDER_KEY = ? AND PENDING = ?" + others, values.toArray())
            .order("ORDER_KEY, PENDING, PLACE, ID"));
    }

    private Optional<OutboxEntity> first(Query query) {
        return Arrays.stream(ao.find(OutboxEntity.class, query.limit(1))).findFirst();
    }

    private int move(Query query, Function<StoredMessage, Optional<Move>> move) {
        OutboxEntity[] rows = ao.find(OutboxEntity.class, query);
        for (OutboxEntity row : rows) {
            move.apply(OutboxStore.message(row)).ifPresent(to -> write(row, to));
        }
        return rows.length;
    }

    private static void write(OutboxEntity row, Move move) {
        row.setStatus(move.status().name());
        row.setNextAt(move.nextAt().toEpochMilli());
        if (move.claim() != null) {
            row.setOwnerNode(move.claim().owner());
            row.setClaimedAt(move.claim().at().toEpochMilli());
        }
        row.save();
    }

    /** Writes what became of a try, if the claim still stands. False when the message has another owner by now, or none. */
    boolean record(StoredMessage tried, Change change) {
        Optional<OutboxEntity> found = first(Query.select().where("ID = ?", tried.id()));
        if (found.isEmpty() || !tried.claim().equals(OutboxStore.claim(found.get()))) {
            return false;
        }
        OutboxEntity row = found.get();
        row.setStatus(change.status().name());
        row.setPending(change.status().isPending());
        row.setNextAt(change.nextAt().toEpochMilli());
        row.setAttempts(change.attempts());
        row.setFirstSentAt(milliseconds(change.firstSentAt()));
        row.setUnknownWait(change.unknownWait() == null ? null : change.unknownWait().toMillis());
        row.setLastErrorCode(StoredText.of(change.code(), OutboxEntity.LONGEST_KEY));
        row.setLastError(StoredText.of(change.reason(), OutboxEntity.LONGEST_TEXT));
        row.setOwnerNode(null);
        row.setClaimedAt(null);
        row.save();
        return true;
    }

    private static Long milliseconds(Instant time) {
        return time == null ? null : time.toEpochMilli();
    }
}
