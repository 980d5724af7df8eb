package org.intercomjira.acceptance.soak;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A node that dies in the midst of the work, with {@code kill -9}, and comes back while the other goes on; under each order of Jira's history. */
class KillTest {
    private static final Duration SKEW = Duration.ofSeconds(30);
    private static final int STORM = 150;
    /** What the dead node was sending is taken over after a while, and each unknown outcome holds up its conversation for two minutes. */
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(20);

    @Test
    void everyNoteArrivesOnceAndInOrderThoughANodeIsKilled() {
        killInTheMidst("kill", Conditions.NORMAL, false);
    }

    @Test
    void everyNoteArrivesOnceAndInOrderThoughIntercomFailsOftenAndClocksDisagree() {
        killInTheMidst("kill, faults, clocks 30 s apart, history by time", Conditions.NORMAL.withClocksApart(SKEW).withHistoryByTime(), true);
    }

    @Test
    void everyNoteArrivesOnceAndInOrderThoughIdsDoNotRiseAndClocksDisagree() {
        killInTheMidst("kill, clocks 30 s apart, ids in banks", Conditions.NORMAL.withClocksApart(SKEW).withIdsInBanks(), false);
    }

    private static void killInTheMidst(String scenario, Conditions conditions, boolean isIntercomFailing) {
        try (Cluster cluster = Cluster.started(conditions)) {
            Workload workload = Workload.of(cluster, Sizes.CONVERSATIONS);
            if (isIntercomFailing) {
                cluster.intercom().misbehave();
                cluster.intercom().refuseForTheRate(STORM);
            }
            CompletableFuture<Void> moving = workload.start(Sizes.TRANSITIONS);
            workload.awaitMade(Sizes.TRANSITIONS / 2);
            cluster.kill();
            cluster.node(0).start();
            moving.join();
            Tally tally = workload.awaitDelivered(LONG_ENOUGH);
            Report.allIsWell(scenario, workload, tally);
            Report.write("  missed and recovered: " + cluster.recovered());
        }
    }
}
