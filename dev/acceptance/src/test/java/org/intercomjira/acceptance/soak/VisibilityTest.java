package org.intercomjira.acceptance.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.Reply;
import org.intercomjira.acceptance.face.WebPages;
import org.junit.jupiter.api.Test;

/** What was hidden, silent, filtered or switched off when it was written never reaches Intercom, on whichever node, and though a node dies. */
class VisibilityTest {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(15);
    /** Every so many issues are hidden and shown again. */
    private static final int HIDING = 3;
    /** Of which the node dies: by then the first event has come, see the limits in docs/delivery.md. */
    private static final int COMMITS_OF_BULK = 20;
    private static final String DEVELOPERS = "Developers";

    @Test
    void nothingHiddenOrSilentIsToldThoughANodeIsKilled() {
        try (Cluster cluster = Cluster.started(Conditions.NORMAL.withHistoryByTime().withIdsInBanks())) {
            Workload workload = Workload.of(cluster, Sizes.CONVERSATIONS);
            List<String> issues = workload.issues();
            Map<Boolean, List<String>> parts = IntStream.range(0, issues.size()).boxed().collect(Collectors.partitioningBy(number -> number % HIDING == 0,
                    Collectors.mapping(issues::get, Collectors.toList())));
            WebPages developer = new WebPages(cluster.site(0), Account.DEVELOPER);
            cluster.dieAfterSilent(COMMITS_OF_BULK);
            AtomicBoolean isOver = new AtomicBoolean();
            Map<String, String> subTasks = workload.addSubTasks(parts.get(true));
            CompletableFuture<Void> hiding = CompletableFuture.runAsync(() -> hideAndShow(cluster, subTasks, isOver));
            CompletableFuture<Void> moving = workload.start(Sizes.HIDDEN);
            workload.awaitMade(Sizes.HIDDEN / 2);
            CompletableFuture<Void> silent = CompletableFuture.runAsync(() -> developer.changeInBulk(parts.get(false), false, "assign", Map.of("assignee", "developer")));
            cluster.awaitDeath();
            cluster.restart();
            moving.join();
            isOver.set(true);
            hiding.join();
            await("the end of the bulk operation").atMost(LONG_ENOUGH).until(silent::isDone);
            assertThat(silentCommits(cluster)).as("the node died in the midst of the bulk operation").isEqualTo(COMMITS_OF_BULK);
            Report.allIsWell("hidden and silent, kill", workload, workload.awaitDelivered(LONG_ENOUGH));
            Report.write("  missed and recovered: " + cluster.recovered() + ", silent: " + silentCommits(cluster));
        }
    }

    private static long silentCommits(Cluster cluster) {
        return Ledger.commits(cluster.site(1)).stream().filter(commit -> commit.isFact() && commit.kind().equals("ASSIGNEE") && commit.hidden()).count();
    }

    /** Hides issues, edits them and their sub-tasks, and shows them again within a second; and says things to developers only. */
    private static void hideAndShow(Cluster cluster, Map<String, String> subTasks, AtomicBoolean isOver) {
        List<String> issues = List.copyOf(subTasks.keySet());
        for (int round = 0; !isOver.get(); round++) {
            String issue = issues.get(round % issues.size());
            int first = round;
            List<Jira> nodes = List.of(impatient(cluster, first % 2), impatient(cluster, (first + 1) % 2));
            Attempts.untilMade(nodes, jira -> jira.tryHide(issue, true));
            Attempts.made(nodes.get(1), jira -> jira.tryTransition(issue, Jira.DONE));
            Attempts.made(nodes.get(0), jira -> jira.tryComment(issue, "Hidden, number " + first));
            Attempts.made(nodes.get(0), jira -> jira.tryTransition(subTasks.get(issue), Jira.DONE));
            Attempts.made(nodes.get(1), jira -> jira.tryComment(subTasks.get(issue), "Hidden below, number " + first));
            Attempts.untilMade(nodes, jira -> jira.tryHide(issue, false));
            Attempts.made(nodes.get(1), jira -> jira.tryCommentFor(DEVELOPERS, issue, "For developers, number " + first));
            Attempts.made(nodes.get(0), jira -> jira.tryTransition(issue, Jira.TO_DO));
            Attempts.made(nodes.get(1), jira -> jira.tryTransition(subTasks.get(issue), Jira.TO_DO));
        }
    }

    private static Jira impatient(Cluster cluster, int node) {
        return cluster.site(node).as(Account.ADMIN).within(Duration.ofSeconds(30));
    }

    @Test
    void whatAProjectSwitchesOffOnOneNodeIsNotToldByTheOther() {
        try (Cluster cluster = Cluster.started()) {
            Workload workload = Workload.of(cluster, Sizes.SOME_CONVERSATIONS);
            Switching switching = new Switching(cluster, workload);
            CompletableFuture.allOf(CompletableFuture.runAsync(() -> switching.rounds("RED", "{\"enabled\":%s}")),
                    CompletableFuture.runAsync(() -> switching.rounds("GREEN", "{\"notificationTriggers\":{\"issueTransitioned\":{\"enabled\":%s}}}")),
                    CompletableFuture.runAsync(() -> filtered(cluster, workload, switching))).join();
            List<String> issues = workload.issues();
            for (int number = 0; number < Sizes.SCRIPTED; number++) {
                cluster.site(number % 2).as(Account.ADMIN).script(List.of(issues.get(number % issues.size())), Map.of("status", number % 2 == 0 ? "Done" : "To Do", "comment", "By script"));
            }
            issues.forEach(issue -> cluster.site(1).as(Account.ADMIN).transition(issue, Jira.IN_PROGRESS));
            workload.withheld(switching.withheld());
            Report.allIsWell("switched off, filtered, by script", workload, workload.awaitDelivered(LONG_ENOUGH));
        }
    }

    /** The filter is set on one node, and comments with and without the word are made on the other at once. */
    private static void filtered(Cluster cluster, Workload workload, Switching switching) {
        List<String> issues = workload.issues().stream().filter(issue -> issue.startsWith("BLUE")).toList();
        cluster.site(0).as(Account.ADMIN).plugin().saveSettings("BLUE", json("{\"conversationLinking\":{\"notificationTriggers\":{\"issueCommented\":{\"filterEnabled\":true}}}}")).expect(200);
        for (int round = 0; round < Sizes.SWITCHED; round++) {
            String issue = issues.get(round % issues.size());
            Reply reply = cluster.site(1).as(Account.ADMIN).tryComment(issue, "Among us, number " + round).expect(201);
            switching.withhold(new Told(issue, "comment-" + reply.json().get("id").getAsString()));
            cluster.site(round % 2).as(Account.ADMIN).comment(issue, "For you #intercom, number " + round);
        }
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    /** Switches things off and on on one node while issues are edited on the other, and knows what was committed in between. */
    private static final class Switching {
        private final Cluster cluster;
        private final Workload workload;
        private final List<Predicate<Commit>> off = new ArrayList<>();
        private final Set<Told> filtered = ConcurrentHashMap.newKeySet();

        Switching(Cluster cluster, Workload workload) {
            this.cluster = cluster;
            this.workload = workload;
        }

        void withhold(Told comment) {
            filtered.add(comment);
        }

        /** @param what of the settings of linking, with a place for true or false */
        void rounds(String project, String what) {
            List<String> issues = workload.issues().stream().filter(issue -> issue.startsWith(project)).toList();
            for (int round = 0; round < Sizes.SWITCHED; round++) {
                String issue = issues.get(round % issues.size());
                turn(round % 2, project, what, false);
                long from = lastCommit();
                cluster.site((round + 1) % 2).as(Account.ADMIN).transition(issue, Jira.DONE);
                long to = lastCommit();
                add(commit -> commit.issue().equals(issue) && commit.id() > from && commit.id() <= to);
                turn(round % 2, project, what, true);
                cluster.site((round + 1) % 2).as(Account.ADMIN).transition(issue, Jira.TO_DO);
                // What still waits when it is switched off again is not told either.
                await("the note").atMost(LONG_ENOUGH).until(() -> workload.waiting(project) == 0);
            }
        }

        private synchronized void add(Predicate<Commit> period) {
            off.add(period);
        }

        private void turn(int node, String project, String what, boolean on) {
            cluster.site(node).as(Account.ADMIN).plugin().saveSettings(project, json("{\"conversationLinking\":" + String.format(what, on) + "}")).expect(200);
        }

        private long lastCommit() {
            return Ledger.commits(cluster.site()).stream().mapToLong(Commit::id).max().orElse(0);
        }

        synchronized Predicate<Commit> withheld() {
            List<Predicate<Commit>> periods = List.copyOf(off);
            return commit -> filtered.contains(new Told(commit.issue(), commit.fact())) || periods.stream().anyMatch(period -> period.test(commit));
        }
    }
}
