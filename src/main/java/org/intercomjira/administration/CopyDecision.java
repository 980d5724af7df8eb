package org.intercomjira.administration;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import java.util.List;
import java.util.Locale;
import org.intercomjira.connection.CopiedConnections;
import org.intercomjira.conversation.CopiedDrafts;
import org.intercomjira.delivery.CopiedMessages;
import org.intercomjira.delivery.CopyGuard;
import org.intercomjira.delivery.Difference;
import org.intercomjira.platform.ApiException;
import org.springframework.stereotype.Component;

/** An administrator's decision about an outbox that is held because this Jira may be a copy. */
@Component
public class CopyDecision {
    private final CopyGuard guard;
    private final CopiedConnections connections;
    private final CopiedMessages messages;
    private final CopiedDrafts drafts;
    private final I18nResolver i18n;

    CopyDecision(CopyGuard guard, CopiedConnections connections, CopiedMessages messages, CopiedDrafts drafts, @ComponentImport I18nResolver i18n) {
        this.guard = guard;
        this.connections = connections;
        this.messages = messages;
        this.drafts = drafts;
        this.i18n = i18n;
    }

    boolean isHeld() {
        return guard.isHeld();
    }

    /** Why the outbox is held; empty when it is not. */
    List<Line> differences() {
        return guard.differences().stream().map(this::line).toList();
    }

    private Line line(Difference difference) {
        String code = difference.kind().name().toLowerCase(Locale.ROOT);
        return new Line(code, i18n.getText("intercom.administration.installation." + code), difference.recorded(), difference.now());
    }

    /** What waits goes out. @throws ApiException 409 installation.not_held */
    void sameJira() {
        requireHeld();
        guard.acceptAsSame();
    }

    /**
     * Deletes what belongs to the other Jira; links stay. The outbox is held until all of it is gone, so a failure in between is safe to repeat.
     *
     * @throws ApiException 409 installation.not_held, 409 installation.shared_database when it would delete what another Jira works with
     */
    Deleted copy() {
        if (requireHeld().stream().anyMatch(difference -> difference.kind() == Difference.Kind.FOREIGN_HEARTBEATS)) {
            throw new ApiException(409, "installation.shared_database");
        }
        Deleted deleted = new Deleted(connections.deleteAll(), messages.discardPending(), drafts.deleteAll());
        guard.recordAnew();
        return deleted;
    }

    private List<Difference> requireHeld() {
        List<Difference> differences = guard.differences();
        if (differences.isEmpty()) {
            throw new ApiException(409, "installation.not_held");
        }
        return differences;
    }

    /**
     * A sign of a copy.
     *
     * @param recorded null, as is {@code now}, when it is not shown
     */
    record Line(String code, String text, String recorded, String now) {
        String sentence() {
            return now == null ? text : text + ": " + recorded + " > " + now;
        }
    }

    /** How much was deleted of each kind. */
    record Deleted(int connections, int messages, int drafts) {
    }
}
