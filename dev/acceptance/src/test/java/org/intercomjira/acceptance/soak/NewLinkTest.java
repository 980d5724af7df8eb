package org.intercomjira.acceptance.soak;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.WebPages;
import org.junit.jupiter.api.Test;

/** A link, or a connection, that one node has just made and the other may not know yet. */
class NewLinkTest {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);
    private static final int ISSUES = 20;

    @Test
    void anEditOnTheOtherNodeRightAfterALinkIsToldAndASilentOneIsNot() {
        try (Cluster cluster = Cluster.started()) {
            Workload workload = Workload.of(cluster, 1);
            List<String> issues = workload.newIssues(ISSUES);
            // Both nodes know by now that these issues have no conversations.
            issues.forEach(issue -> List.of(0, 1).forEach(node -> cluster.site(node).as(Account.ADMIN).transition(issue, Jira.IN_PROGRESS)));
            WebPages developer = new WebPages(cluster.site(1), Account.DEVELOPER);
            List<Commit> before = Ledger.commits(cluster.site());
            long last = before.get(before.size() - 1).id();
            for (String issue : issues) {
                workload.link(cluster.site(0), issue);
                cluster.site(1).as(Account.ADMIN).transition(issue, Jira.DONE);
            }
            developer.changeInBulk(issues, false, "assign", Map.of("assignee", "developer"));
            workload.withheld(commit -> commit.id() <= last);
            Report.allIsWell("a link a moment ago on the other node", workload, workload.awaitDelivered(LONG_ENOUGH));
        }
    }

    @Test
    void anEditOnTheOtherNodeRightAfterAConnectIsTold() {
        try (Cluster cluster = Cluster.started()) {
            Workload workload = Workload.of(cluster, Cluster.PROJECTS.size());
            cluster.intercom().forgetRequests();
            for (String project : Cluster.PROJECTS) {
                String issue = workload.issues().stream().filter(each -> each.startsWith(project)).findFirst().orElseThrow();
                cluster.site(0).as(Account.ADMIN).plugin().revoke(project).expect(204);
                await("the other node").atMost(LONG_ENOUGH).until(() -> cluster.site(1).as(Account.ADMIN).plugin().connection(project).expect(200).json()
                        .get("state").getAsString().equals("not_connected"));
                workload.connect(project);
                cluster.site(1).as(Account.ADMIN).transition(issue, Jira.DONE);
            }
            Report.allIsWell("a Connect a moment ago on the other node", workload, workload.awaitDelivered(LONG_ENOUGH));
        }
    }
}
