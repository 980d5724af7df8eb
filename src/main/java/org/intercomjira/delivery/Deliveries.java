package org.intercomjira.delivery;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import net.java.ao.Query;
import org.springframework.stereotype.Component;

/** What waits and what has failed, page by page, for the administrator to look at. */
@Component
public class Deliveries {
    private static final String FAILED = "failed";

    private final ActiveObjects ao;

    public Deliveries(@ComponentImport ActiveObjects ao) {
        this.ao = ao;
    }

    /** Which deliveries are asked for. */
    public enum Kind {
        WAITING, FAILED, ALL;

        /** All but the done for {@code ALL}: a status that only a newer version knows is shown as well. */
        private String condition() {
            return this == ALL ? "STATUS <> ?" : "STATUS IN (" + String.join(", ", Collections.nCopies(statuses().size(), "?")) + ")";
        }

        /** Those that the condition names. */
        private List<String> statuses() {
            return Arrays.stream(Status.values()).filter(status -> switch (this) {
                case WAITING -> status.isPending();
                case FAILED -> status == Status.DEAD;
                case ALL -> status == Status.DONE;
            }).map(Status::name).toList();
        }
    }

    /**
     * A choice of deliveries.
     *
     * @param sender null for all
     * @param reason null for all, see {@link Delivery#reason()}
     */
    public record Filter(Kind kind, String sender, String reason) {
    }

    /** Those with an id above this one, lowest first, at most {@code limit}. Begin with 0. */
    public List<Delivery> list(Filter filter, long afterId, int limit) {
        StringBuilder where = new StringBuilder("ID > ? AND " + filter.kind().condition());
        List<Object> values = new ArrayList<>(List.of(afterId));
        values.addAll(filter.kind().statuses());
        if (filter.sender() != null) {
            where.append(" AND SENDER = ?");
            values.add(filter.sender());
        }
        if (filter.reason() != null) {
            where.append(" AND LAST_ERROR_CODE = ?");
            values.add(filter.reason());
        }
        Query query = Query.select().where(where.toString(), values.toArray()).order("ID").limit(limit);
        return Arrays.stream(ao.find(OutboxEntity.class, query)).map(Deliveries::delivery).toList();
    }

    private static Delivery delivery(OutboxEntity row) {
        String state = Status.DEAD.name().equals(row.getStatus()) ? FAILED : row.getStatus().toLowerCase(Locale.ROOT);
        return new Delivery(row.getId(), row.getLane(), row.getSender(), row.getOrderKey(), row.getType(), state, row.getLastErrorCode(),
            row.getAttempts(), Instant.ofEpochMilli(row.getCreatedAt()), Instant.ofEpochMilli(row.getNextAt()));
    }
}
