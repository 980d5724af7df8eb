package org.intercomjira.delivery;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.java.ao.Query;
import org.springframework.stereotype.Component;

/** Counts what is in the outbox, for people to see. */
@Component
class OutboxCounts {
    private static final List<Status> PENDING = Arrays.stream(Status.values()).filter(Status::isPending).toList();
    /** All of them in one statement: a message that moves from one to another between two would be counted twice, or not at all. */
    private static final String IS_PENDING = PENDING.stream().map(status -> "?").collect(Collectors.joining(", ", "STATUS IN (", ")"));

    private final ActiveObjects ao;

    OutboxCounts(@ComponentImport ActiveObjects ao) {
        this.ao = ao;
    }

    /** @param since what was delivered from this time on counts as delivered */
    DeliveryCounts of(String sender, Instant since) {
        int waiting = count("SENDER = ? AND " + IS_PENDING, Stream.concat(Stream.of(sender), pendingNames()).toArray());
        Instant oldest = null;
        for (Status status : PENDING) {
            oldest = earlier(oldest, oldest(sender, status));
        }
        // Done messages carry the time when they are swept, a fixed time after they were done.
        int delivered = count("SENDER = ? AND STATUS = ? AND NEXT_AT >= ? AND LAST_ERROR_CODE IS NULL", sender, Status.DONE.name(),
            since.plus(OutcomeRules.KEPT).toEpochMilli());
        return new DeliveryCounts(waiting, oldest, delivered, count("SENDER = ? AND STATUS = ?", sender, Status.DEAD.name()));
    }

    /** Of all senders together. */
    DeliveryCounts ofAll(Instant since) {
        Instant oldest = null;
        for (Status status : PENDING) {
            oldest = earlier(oldest, first(Query.select().where("STATUS = ?", status.name()).order("ID")));
        }
        int delivered = count("STATUS = ? AND NEXT_AT >= ? AND LAST_ERROR_CODE IS NULL", Status.DONE.name(),
            since.plus(OutcomeRules.KEPT).toEpochMilli());
        return new DeliveryCounts(pending(), oldest, delivered, count("STATUS = ?", Status.DEAD.name()));
    }

    /** Everything that still waits to be delivered, of all senders. */
    int pending() {
        return count(IS_PENDING, pendingNames().toArray());
    }

    private static Stream<String> pendingNames() {
        return PENDING.stream().map(Status::name);
    }

    private Instant oldest(String sender, Status status) {
        return first(Query.select().where("SENDER = ? AND STATUS = ?", sender, status.name()).order("SENDER, STATUS, CREATED_AT"));
    }

    private Instant first(Query query) {
        OutboxEntity[] rows = ao.find(OutboxEntity.class, query.limit(1));
        return rows.length == 0 ? null : Instant.ofEpochMilli(rows[0].getCreatedAt());
    }

    private static Instant earlier(Instant one, Instant other) {
        return one == null ? other : other == null ? one : List.of(one, other).stream().min(Comparator.naturalOrder()).get();
    }

    private int count(String where, Object... values) {
        return ao.count(OutboxEntity.class, Query.select().where(where, values));
    }
}
