package org.intercomjira.acceptance.soak;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A node that dies in the midst of the work, with {@code kill -9}, and comes back while the other goes on. */
class KillTest {
    private static final int SKEW_SECONDS = 30;
    private static final int STORM = 150;
    /** What the dead node was sending is taken over after a while, and each unknown outcome holds up its conversation for two minutes. */
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(20);

    @Test
    void everyNoteArrivesOnceAndInOrderThoughANodeIsKilled() {
        try (Cluster cluster = Cluster.started()) {
            Workload workload = Workload.of(cluster, Sizes.CONVERSATIONS);
            Report.allIsWell("kill", workload, killInTheMidst(cluster, workload));
        }
    }

    @Test
    void everyNoteArrivesOnceAndInOrderThoughIntercomFailsOftenAndClocksDisagree() {
        try (Cluster cluster = Cluster.started(SkewedClock.aheadBySeconds(SKEW_SECONDS))) {
            Workload workload = Workload.of(cluster, Sizes.CONVERSATIONS);
            cluster.intercom().misbehave();
            cluster.intercom().refuseForTheRate(STORM);
            Report.allIsWell("kill, faults, clocks " + SKEW_SECONDS + " s apart", workload, killInTheMidst(cluster, workload));
        }
    }

    private static Tally killInTheMidst(Cluster cluster, Workload workload) {
        CompletableFuture<Void> moving = workload.start(Sizes.TRANSITIONS);
        workload.awaitMoved(Sizes.TRANSITIONS / 2);
        cluster.node(0).kill();
        cluster.node(0).start();
        moving.join();
        Tally tally = workload.awaitDelivered(LONG_ENOUGH);
        Report.write("  missed and recovered: " + cluster.recovered());
        return tally;
    }
}
