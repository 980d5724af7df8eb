package org.intercomjira.recovery;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import net.java.ao.DBParam;
import net.java.ao.Query;
import org.springframework.stereotype.Component;

/** The tables of heartbeats and windows. */
@Component
class RecoveryStore {
    private static final int MAX_NODES = 1_000;
    private static final int MAX_WINDOWS = 1_000;
    private static final int SWEEP_BATCH = 1_000;

    private final ActiveObjects ao;

    RecoveryStore(@ComponentImport ActiveObjects ao) {
        this.ao = ao;
    }

    /**
     * A heartbeat as it was read.
     *
     * @param beatAt       by the clock of its node
     * @param installation which Jira the node belongs to
     */
    record Node(String runId, long beats, Instant beatAt, String installation) {
    }

    /** Writes one more beat of this run; its first, too, and its next after another node has declared it dead. False in the latter two cases. */
    boolean beat(String runId, Instant now, String installation) {
        Optional<NodeEntity> row = node(runId);
        row.ifPresent(node -> {
            node.setBeats(node.getBeats() + 1);
            node.setBeatAt(now.toEpochMilli());
            node.setInstallation(installation);
            node.save();
        });
        if (row.isEmpty()) {
            ao.create(NodeEntity.class, new DBParam("RUN_ID", runId), new DBParam("BEATS", 1L), new DBParam("BEAT_AT", now.toEpochMilli()),
                new DBParam("INSTALLATION", installation));
        }
        return row.isPresent();
    }

    private Optional<NodeEntity> node(String runId) {
        return Arrays.stream(ao.find(NodeEntity.class, Query.select().where("RUN_ID = ?", runId).limit(1))).findFirst();
    }

    /** All heartbeats, those of dead nodes that nobody has noticed yet included. */
    List<Node> nodes() {
        return Arrays.stream(ao.find(NodeEntity.class, Query.select().order("ID").limit(MAX_NODES)))
            .map(row -> new Node(row.getRunId(), row.getBeats(), Instant.ofEpochMilli(row.getBeatAt()), row.getInstallation())).toList();
    }

    /** Removes the heartbeat, if it still is what it was, and opens the window of its death. Of several nodes that try at once one succeeds. */
    boolean bury(Node dead, RecoveryWindow window) {
        return ao.executeInTransaction(() -> {
            boolean isStillDead = ao.deleteWithSQL(NodeEntity.class, "RUN_ID = ? AND BEATS = ?", dead.runId(), dead.beats()) == 1;
            if (isStillDead) {
                open(window);
            }
            return isStillDead;
        });
    }

    void open(RecoveryWindow window) {
        ao.create(RecoveryWindowEntity.class, new DBParam("SCOPE", window.scope().kind().name()), new DBParam("SCOPE_ID", window.scope().id()),
            new DBParam("CAUSE", window.cause()), new DBParam("FROM_AT", window.from().toEpochMilli()), new DBParam("TO_AT", window.to().toEpochMilli()),
            new DBParam("OPENED_AT", window.openedAt().toEpochMilli()), new DBParam("DUE_AT", window.dueAt().toEpochMilli()),
            new DBParam("SEARCHED_TO", window.searchedTo()), new DBParam("FAILURES", window.failures()), new DBParam("ENDED", false));
    }

    /** The window that has been due for longest. */
    Optional<RecoveryWindow> due(Instant now) {
        return find(Query.select().where("ENDED = ? AND DUE_AT <= ?", false, now.toEpochMilli()).order("ENDED, DUE_AT").limit(1)).stream().findFirst();
    }

    /** Windows of this scope that reach up to this time or further. */
    List<RecoveryWindow> reaching(Scope scope, Instant time) {
        return find(Query.select().where("SCOPE = ? AND SCOPE_ID = ? AND TO_AT >= ?", scope.kind().name(), scope.id(), time.toEpochMilli())
            .order("SCOPE, SCOPE_ID, TO_AT").limit(MAX_WINDOWS));
    }

    void searched(RecoveryWindow window, long to) {
        change(window, row -> row.setSearchedTo(to));
    }

    void end(RecoveryWindow window) {
        change(window, row -> row.setEnded(true));
    }

    private void change(RecoveryWindow window, Consumer<RecoveryWindowEntity> change) {
        RecoveryWindowEntity row = ao.get(RecoveryWindowEntity.class, window.id());
        if (row != null) {
            change.accept(row);
            row.save();
        }
    }

    /** Deletes windows that are over and reach no further than this. */
    void sweep(Instant before) {
        RecoveryWindowEntity[] old = ao.find(RecoveryWindowEntity.class, Query.select()
            .where("ENDED = ? AND DUE_AT < ? AND TO_AT < ?", true, before.toEpochMilli(), before.toEpochMilli()).order("ENDED, DUE_AT").limit(SWEEP_BATCH));
        ao.delete(old);
    }

    private List<RecoveryWindow> find(Query query) {
        return Arrays.stream(ao.find(RecoveryWindowEntity.class, query)).map(RecoveryStore::window).toList();
    }

    private static RecoveryWindow window(RecoveryWindowEntity row) {
        return new RecoveryWindow(row.getId(), new Scope(Scope.Kind.valueOf(row.getScope()), row.getScopeId()), row.getCause(),
            Instant.ofEpochMilli(row.getFromAt()), Instant.ofEpochMilli(row.getToAt()), Instant.ofEpochMilli(row.getOpenedAt()),
            Instant.ofEpochMilli(row.getDueAt()), row.getSearchedTo(), row.getFailures(), row.getEnded());
    }
}
