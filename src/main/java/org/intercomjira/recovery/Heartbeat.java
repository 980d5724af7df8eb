package org.intercomjira.recovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.intercomjira.recovery.RecoveryStore.Node;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of the app on one node, as seen by itself and by the others: it beats, and it watches the heartbeats of all other runs.
 * A run that has ended looks like one that has died, whatever ended it: crash, shutdown, disabling or upgrade of the app.
 *
 * <p>Jira's own ids of nodes are not used: a node may be started again under the same id before anybody has noticed that it was dead.
 */
final class Heartbeat {
    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);

    /** A judgement that was under way at a beat may be lost with the node, and its change is older than the beat. */
    private static final Duration BEFORE_LAST_BEAT = RecoveryTimes.BEAT_INTERVAL.plus(RecoveryTimes.SETTLE_TIME);

    private final RecoveryStore store;
    private final RecoveryWindows windows;
    private final FailedJudgements failures;
    private final Silences silences;
    private final WorkingInstallations installations;
    private final Clock clock;
    private final String runId = UUID.randomUUID().toString();
    private Map<String, Seen> seen = new HashMap<>();
    /** From its start on: until the first beat nobody else knows of this run. */
    private Instant lastBeat;
    private boolean hasBeaten;
    private boolean isFailing;

    Heartbeat(RecoveryStore store, RecoveryWindows windows, FailedJudgements failures, Silences silences, WorkingInstallations installations,
              Clock clock) {
        this.store = store;
        this.windows = windows;
        this.failures = failures;
        this.silences = silences;
        this.installations = installations;
        this.clock = clock;
        this.lastBeat = clock.instant();
    }

    /**
     * A heartbeat as this node sees it.
     *
     * @param since    when this node saw it like this for the first time, by its own clock
     * @param hasMoved whether this node has seen it change
     */
    private record Seen(long beats, Instant since, boolean hasMoved) {
    }

    /** Beats once and looks at the others. Fails as the database does; the next beat that succeeds opens a window for the time between. */
    void beat() {
        Instant now = clock.instant();
        try {
            silences.record();
            failures.record();
            recordOwnGap(now);
            boolean wasAlive = store.beat(runId, now, installations.own());
            if (!wasAlive && hasBeaten) {
                LOG.warn("Another node took this one for dead; its events win over what was recovered meanwhile");
            }
            lastBeat = now;
            hasBeaten = true;
            isFailing = false;
            windows.watching();
            watch(now);
        } catch (RuntimeException e) {
            isFailing = true;
            throw e;
        }
    }

    /** While the database was away or read-only, or the whole node stood still, nobody can say what was not judged. */
    private void recordOwnGap(Instant now) {
        if (isFailing || !now.isBefore(lastBeat.plus(RecoveryTimes.DEAD_AFTER))) {
            store.open(windows.overAll("no_heartbeat", lastBeat.minus(BEFORE_LAST_BEAT)));
            // The window is open: should the beat itself fail, the next one need not open it again.
            lastBeat = now;
        }
    }

    private void watch(Instant now) {
        Map<String, Seen> before = seen;
        List<Node> nodes = store.nodes();
        seen = new HashMap<>();
        for (Node node : nodes) {
            Seen known = before.get(node.runId());
            boolean isUnchanged = known != null && known.beats() == node.beats();
            seen.put(node.runId(), isUnchanged ? known : new Seen(node.beats(), now, known != null));
            if (isUnchanged && !node.runId().equals(runId) && !now.isBefore(known.since().plus(RecoveryTimes.DEAD_AFTER))) {
                bury(node);
            }
        }
        installations.alive(nodes.stream().filter(node -> seen.containsKey(node.runId()) && seen.get(node.runId()).hasMoved()).map(Node::installation)
                .filter(Objects::nonNull).collect(Collectors.toSet()));
    }

    private void bury(Node node) {
        // By the dead node's own clock, as are the times of the facts that it made.
        Instant from = node.beatAt().minus(BEFORE_LAST_BEAT);
        if (store.bury(node, windows.overAll("node_ended", from))) {
            LOG.info("A node, or the app on it, has ended; what it may not have judged since {} is looked for", from);
        }
        seen.remove(node.runId());
    }
}
