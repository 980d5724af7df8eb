package org.intercomjira.acceptance.soak;

import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Jira;
import org.junit.jupiter.api.Test;

/** The gap that no transaction closes: Jira has committed a change, and the node dies before the plugin has put it down. */
class GapTest {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(4);

    @Test
    void aChangeThatWasNotPutDownIsToldAfterwardsAndBeforeTheNextOne() throws SQLException {
        try (Cluster cluster = Cluster.started()) {
            Workload workload = Workload.of(cluster, 1);
            String issue = workload.issue(0);
            move(cluster, 1, issue, Jira.IN_PROGRESS);
            try (StuckOutbox stuck = new StuckOutbox(cluster.database())) {
                CompletableFuture<Void> cut = CompletableFuture.runAsync(() -> move(cluster, 0, issue, Jira.DONE));
                await("Jira's commit").atMost(LONG_ENOUGH).until(() -> workload.tally().sent() == 2);
                cluster.node(0).kill();
                await("the end of the edit").atMost(LONG_ENOUGH).until(cut::isCompletedExceptionally);
            }
            move(cluster, 1, issue, Jira.TO_DO);
            cluster.node(0).start();
            Report.allIsWell("gap", workload, workload.awaitDelivered(LONG_ENOUGH));
        }
    }

    private static void move(Cluster cluster, int node, String issue, String transition) {
        cluster.site(node).as(Account.ADMIN).transition(issue, transition);
    }
}
