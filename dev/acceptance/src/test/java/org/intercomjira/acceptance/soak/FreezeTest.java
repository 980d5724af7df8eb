package org.intercomjira.acceptance.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Jira;
import org.junit.jupiter.api.Test;

/**
 * A node that stands still in the midst of its tries, as when the memory or the machine under it is looked after, for so long that the
 * other takes its lock and its claims; and then goes on where it was.
 */
class FreezeTest {
    /** So that the node that has the lock keeps it, with tries under way. */
    private static final Duration LONG_ANSWER = Duration.ofSeconds(1);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

    @Test
    void aNodeThatGoesOnWhereItWasSendsNothingThatTheOtherHasSentMeanwhile() {
        try (Cluster cluster = Cluster.started()) {
            Workload workload = Workload.of(cluster, Sizes.SOME_CONVERSATIONS);
            cluster.intercom().hesitate(LONG_ANSWER);
            cluster.site(0).as(Account.ADMIN).transition(workload.issue(0), Jira.DONE);
            CompletableFuture<Void> moving = workload.start(Sizes.FROZEN);
            workload.awaitMade(Sizes.FROZEN / 2);
            cluster.node(0).freeze();
            cluster.database().endSessions();
            // The other node has to find out that its sessions are gone.
            await("the other node").atMost(LONG_ENOUGH).untilAsserted(() -> assertThat(workload.waiting(1)).isPositive());
            await("what the frozen node left").atMost(LONG_ENOUGH).untilAsserted(() -> assertThat(workload.waiting(1)).isZero());
            cluster.node(0).thaw();
            moving.join();
            Report.allIsWell("freeze", workload, workload.awaitDelivered(LONG_ENOUGH));
            assertThat(cluster.complaints()).as("of Jira about the plugin").isEmpty();
        }
    }
}
