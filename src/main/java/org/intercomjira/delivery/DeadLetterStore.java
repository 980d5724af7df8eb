package org.intercomjira.delivery;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import net.java.ao.Query;
import org.springframework.stereotype.Component;

/** The dead rows of the outbox's table. */
@Component
class DeadLetterStore {
    private final ActiveObjects ao;

    DeadLetterStore(@ComponentImport ActiveObjects ao) {
        this.ao = ao;
    }

    /**
     * The ids of those that died of this code, lowest first.
     *
     * @param sender null for all
     */
    List<Long> ofCode(String code, String sender, int limit) {
        return Arrays.stream(ao.find(OutboxEntity.class, dead(sender, "LAST_ERROR_CODE = ?", code).order("ID").limit(limit))).map(OutboxEntity::getId).toList();
    }

    /** @param sender null for all */
    int count(String code, String sender) {
        return ao.count(OutboxEntity.class, dead(sender, "LAST_ERROR_CODE = ?", code));
    }

    /**
     * The first code after this one in the order of the alphabet. Begin with a text without letters.
     *
     * @param sender null for all
     */
    Optional<String> codeAfter(String code, String sender) {
        // Oracle takes an empty text for none, and nothing is greater than none.
        String after = code.isEmpty() ? " " : code;
        return Arrays.stream(ao.find(OutboxEntity.class, dead(sender, "LAST_ERROR_CODE > ?", after).order("LAST_ERROR_CODE").limit(1)))
            .findFirst().map(OutboxEntity::getLastErrorCode);
    }

    private static Query dead(String sender, String which, String code) {
        return sender == null ? Query.select().where("STATUS = ? AND " + which, Status.DEAD.name(), code)
            : Query.select().where("SENDER = ? AND STATUS = ? AND " + which, sender, Status.DEAD.name(), code);
    }

    Optional<StoredMessage> find(long id) {
        return row(id).map(OutboxStore::message);
    }

    /** When it died, if it may have been sent before; empty otherwise. */
    Optional<Instant> diedAt(long id) {
        return row(id).filter(row -> row.getFirstSentAt() != null).map(row -> Instant.ofEpochMilli(row.getNextAt()));
    }

    /** Deletes it. Of several who try at once, one is told true. */
    boolean take(long id) {
        return ao.deleteWithSQL(OutboxEntity.class, "ID = ? AND STATUS = ?", id, Status.DEAD.name()) == 1;
    }

    /** Makes it a done one. False when it is no dead letter (any more). */
    boolean discard(long id, Instant sweepAt) {
        Optional<OutboxEntity> found = row(id);
        found.ifPresent(row -> {
            row.setStatus(Status.DONE.name());
            row.setNextAt(sweepAt.toEpochMilli());
            row.setLastErrorCode("discarded");
            row.save();
        });
        return found.isPresent();
    }

    /** Deletes those that died by this time, the oldest first; the number of rows, at most {@code limit}. */
    int sweep(Instant diedBy, int limit) {
        return ao.executeInTransaction(() -> {
            OutboxEntity[] rows = ao.find(OutboxEntity.class, Query.select()
                .where("STATUS = ? AND NEXT_AT <= ?", Status.DEAD.name(), diedBy.toEpochMilli()).order("STATUS, NEXT_AT").limit(limit));
            ao.delete(rows);
            return rows.length;
        });
    }

    private Optional<OutboxEntity> row(long id) {
        return Arrays.stream(ao.find(OutboxEntity.class,
            Query.select().where("ID = ? AND STATUS = ?", id, Status.DEAD.name()).limit(1))).findFirst();
    }
}
