package org.intercomjira.acceptance.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Jira;
import org.junit.jupiter.api.Test;

/** The gap that no transaction closes: Jira has committed a change, and the node dies before the plugin has put it down. */
class GapTest {
    private static final List<Integer> ISSUES = List.of(0, 1, 2);
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);

    /** One issue is moved again, one is commented, and one is left alone: only the search finds what is missing of that. */
    @Test
    void aChangeThatWasNotPutDownIsToldAfterwardsAndBeforeTheNextOne() throws SQLException {
        try (Cluster cluster = Cluster.started()) {
            Workload workload = Workload.of(cluster, ISSUES.size());
            ISSUES.forEach(number -> move(cluster, 1, workload.issue(number), Jira.IN_PROGRESS));
            try (StuckOutbox stuck = new StuckOutbox(cluster.database())) {
                List<CompletableFuture<Void>> cut = ISSUES.stream()
                        .map(number -> CompletableFuture.runAsync(() -> move(cluster, 0, workload.issue(number), Jira.DONE))).toList();
                await("Jira's commits").atMost(LONG_ENOUGH).until(() -> workload.tally().sent() == 2 * ISSUES.size());
                cluster.kill();
                await("the end of the edits").atMost(LONG_ENOUGH).until(() -> cut.stream().allMatch(CompletableFuture::isCompletedExceptionally));
            }
            move(cluster, 1, workload.issue(0), Jira.TO_DO);
            cluster.site(1).as(Account.ADMIN).comment(workload.issue(2), "After all");
            cluster.restart();
            Report.allIsWell("gap", workload, workload.awaitDelivered(LONG_ENOUGH));
            await("the recovery").atMost(LONG_ENOUGH).untilAsserted(() -> assertThat(cluster.recovered()).isPositive());
        }
    }

    private static void move(Cluster cluster, int node, String issue, String transition) {
        cluster.site(node).as(Account.ADMIN).transition(issue, transition);
    }
}
