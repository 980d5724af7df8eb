package org.intercomjira.platform;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Records who changed what for others, in the table AUDIT and in the log: by ids, codes and counts, without anything a person typed. */
@Component
public class AuditTrail {
    /** Long enough for a yearly review, and no longer: the rows name people. */
    static final Duration RETENTION = Duration.ofDays(365);
    private static final Logger LOG = LoggerFactory.getLogger(AuditTrail.class);

    private final AuditStore store;
    private final Clock clock;

    AuditTrail(AuditStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * Records an action that has been done, and sweeps the records that are older than {@link #RETENTION}. An action stays done when its
     * record cannot be written, for instance the stopping of all deliveries: then the log alone has it. Call it outside transactions.
     *
     * @param userKey of the Jira user; null when Jira did it
     * @param project null when the action concerns all of Jira
     * @param detail  ids, codes and counts; null when there is nothing to add. Any character that these do not need is replaced.
     */
    public void record(String userKey, AuditAction action, ProjectId project, String detail) {
        Long projectId = project == null ? null : project.value();
        String codes = codes(detail);
        LOG.info("{} by {}, project {}: {}", action, userKey, projectId, codes);
        try {
            Instant now = clock.instant();
            store.insert(now, userKey, action, projectId, codes);
            store.deleteOlderThan(now.minus(RETENTION));
        } catch (RuntimeException e) {
            LOG.warn("{} by {} could not be recorded", action, userKey, new Trace(e));
        }
    }

    /** Null for an empty text, which Oracle takes for null anyway. */
    private static String codes(String detail) {
        if (detail == null || detail.isEmpty()) {
            return null;
        }
        String codes = detail.replaceAll("[^A-Za-z0-9_.:,=/ -]", "?");
        return codes.length() > AuditEntity.MAX_DETAIL ? codes.substring(0, AuditEntity.MAX_DETAIL) : codes;
    }
}
