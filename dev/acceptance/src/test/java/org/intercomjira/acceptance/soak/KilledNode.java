package org.intercomjira.acceptance.soak;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.intercomjira.acceptance.face.SimulatedIntercom;

/** A node that dies in the midst of the work, with {@code kill -9}, and comes back while the other goes on. */
final class KilledNode {
    static final Duration SKEW = Duration.ofSeconds(30);
    /** What the dead node was sending is taken over after a while, and each unknown outcome holds up its conversation for two minutes. */
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(20);

    private KilledNode() {
    }

    /** @param faults what Intercom does meanwhile */
    static void losesNothing(String scenario, Conditions conditions, Consumer<SimulatedIntercom> faults) {
        try (Cluster cluster = Cluster.started(conditions)) {
            Workload workload = Workload.of(cluster, Sizes.CONVERSATIONS);
            faults.accept(cluster.intercom());
            CompletableFuture<Void> moving = workload.start(Sizes.TRANSITIONS);
            workload.awaitMade(Sizes.TRANSITIONS / 2);
            cluster.kill();
            cluster.restart();
            moving.join();
            Report.allIsWell(scenario, workload, workload.awaitDelivered(LONG_ENOUGH));
            Report.write("  missed and recovered: " + cluster.recovered());
        }
    }
}
