package org.intercomjira.acceptance.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.awaitility.core.ConditionTimeoutException;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.IntercomPlugin;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Site;

/** Issues of three connected projects with their conversations, and several clients that edit them on both nodes. */
final class Workload {
    private static final int CLIENTS = 8;
    /** Every so many conversations hear of a second issue as well. */
    private static final int SHARED = 5;
    private final Cluster cluster;
    private final Map<String, String> conversationOfIssue;
    private final List<Desk> desks = new ArrayList<>();
    private final Answers answers = new Answers();
    private Predicate<Commit> withheld = commit -> false;

    private Workload(Cluster cluster, Map<String, String> conversationOfIssue) {
        this.cluster = cluster;
        this.conversationOfIssue = conversationOfIssue;
        List<String> issues = List.copyOf(conversationOfIssue.keySet());
        for (int i = 0; i < CLIENTS; i++) {
            int client = i;
            List<String> own = IntStream.range(0, issues.size()).filter(number -> number % CLIENTS == client).mapToObj(issues::get).toList();
            desks.add(new Desk(cluster.addresses(), own, answers));
        }
    }

    /** Connects the projects, makes conversations and links an issue to each. */
    static Workload of(Cluster cluster, int conversations) {
        connect(cluster);
        await("the other node's connections").atMost(Duration.ofMinutes(2)).until(() -> Cluster.PROJECTS.stream().allMatch(
                project -> cluster.site(1).as(Account.ADMIN).plugin().connection(project).expect(200).json().get("state").getAsString().equals("connected")));
        List<String> ids = cluster.intercom().newConversations(Teammate.JIRA_APP, conversations);
        List<String> links = new ArrayList<>(ids);
        IntStream.range(0, conversations).filter(number -> number % SHARED == 0).mapToObj(ids::get).forEach(links::add);
        Map<String, String> linked = new LinkedHashMap<>();
        IntStream.range(0, links.size()).parallel().mapToObj(number -> link(cluster.site(number % 2), number, links.get(number))).toList()
                .forEach(each -> linked.put(each.getKey(), each.getValue()));
        Workload workload = new Workload(cluster, linked);
        await("the notes about the links").atMost(Duration.ofMinutes(10)).until(() -> workload.waiting() == 0);
        return workload;
    }

    /** The same with a sub-task of each of these issues, linked to a conversation of its own; the sub-task by its parent. */
    Map<String, String> addSubTasks(List<String> parents) {
        List<String> conversations = cluster.intercom().newConversations(Teammate.JIRA_APP, parents.size());
        Map<String, String> subTasks = new LinkedHashMap<>();
        for (String parent : parents) {
            String subTask = cluster.site().as(Account.ADMIN).createSubTask(parent, "Below " + parent);
            cluster.site().as(Account.ADMIN).plugin().link(subTask, conversations.get(subTasks.size())).expect(201);
            conversationOfIssue.put(subTask, conversations.get(subTasks.size()));
            subTasks.put(parent, subTask);
        }
        await("the notes about the links").atMost(Duration.ofMinutes(10)).until(() -> waiting() == 0);
        return subTasks;
    }

    private static void connect(Cluster cluster) {
        Cluster.PROJECTS.forEach(project -> connect(cluster, project));
    }

    private static void connect(Cluster cluster, String project) {
        cluster.site().browserOf(Account.ADMIN).connect(project, Teammate.JIRA_APP).expect(200);
    }

    /** Connects the projects again. */
    void connect() {
        connect(cluster);
    }

    /** Connects one of them again. */
    void connect(String project) {
        connect(cluster, project);
    }

    /** Issues that are linked to nothing. */
    List<String> newIssues(int count) {
        return IntStream.range(0, count).mapToObj(number -> cluster.site().as(Account.ADMIN).createIssue(Cluster.PROJECTS.get(number % Cluster.PROJECTS.size()), "Not linked yet"))
                .toList();
    }

    /** Links an issue to a new conversation. */
    void link(Site site, String issue) {
        String conversation = cluster.intercom().newConversations(Teammate.JIRA_APP, 1).get(0);
        site.as(Account.ADMIN).plugin().link(issue, conversation).expect(201);
        conversationOfIssue.put(issue, conversation);
    }

    /** The same, but for what concerns these conversations. */
    Workload without(String... conversations) {
        Map<String, String> rest = new LinkedHashMap<>(conversationOfIssue);
        rest.values().removeAll(List.of(conversations));
        return new Workload(cluster, rest).withheld(withheld);
    }

    List<String> issues() {
        return List.copyOf(conversationOfIssue.keySet());
    }

    String issue(int number) {
        return issues().get(number);
    }

    String conversation(int number) {
        return List.copyOf(conversationOfIssue.values()).get(number);
    }

    private static Map.Entry<String, String> link(Site site, int number, String conversation) {
        String issue = site.as(Account.ADMIN).createIssue(Cluster.PROJECTS.get(number % Cluster.PROJECTS.size()), "Moved often, number " + number);
        site.as(Account.ADMIN).plugin().link(issue, conversation).expect(201);
        return Map.entry(issue, conversation);
    }

    /** Moves and comments issues so often; returns when all is done. */
    void work(int edits) {
        start(edits).join();
    }

    /** The same in the background. */
    CompletableFuture<Void> start(int edits) {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        CompletableFuture<?>[] parts = IntStream.range(0, CLIENTS).mapToObj(client -> CompletableFuture.runAsync(
                () -> desks.get(client).work(edits / CLIENTS + (client < edits % CLIENTS ? 1 : 0)), clients)).toArray(CompletableFuture[]::new);
        clients.shutdown();
        return CompletableFuture.allOf(parts);
    }

    void awaitMade(int edits) {
        await(edits + " edits; " + answers).atMost(Duration.ofMinutes(20)).pollInterval(Duration.ofMillis(20)).until(() -> answers.made() >= edits);
    }

    Answers answers() {
        return answers;
    }

    /** What the projects did not want to be told when it was committed: such facts must not leave Jira. */
    Workload withheld(Predicate<Commit> switchedOff) {
        withheld = switchedOff;
        return this;
    }

    /** By the notes that have arrived so far. */
    Tally tally() {
        return ledger().tallyOfNotes(audit());
    }

    List<String> complaints() {
        return ledger().complaints(audit());
    }

    private Ledger ledger() {
        return new Ledger(cluster.site(), conversationOfIssue);
    }

    private DeliveryAudit audit() {
        return new DeliveryAudit(Ledger.commits(cluster.site()), withheld, cluster.deaths(), cluster.clocksApart());
    }

    /** Until everything is told and the plugin says that nothing waits; or the time is over: then the tally shows what is missing. */
    Tally awaitDelivered(Duration within) {
        try {
            await("all notes").atMost(within).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
                assertThat(waiting()).isZero();
                assertThat(tally().lost()).isZero();
            });
        } catch (ConditionTimeoutException e) {
            Report.write("  after " + within + " " + waiting() + " are waiting");
        }
        return ledger().tally(audit());
    }

    int waiting() {
        return waiting(0);
    }

    /** What waits, as this node says. */
    int waiting(int node) {
        return Cluster.PROJECTS.stream().mapToInt(project -> waiting(node, project)).sum();
    }

    /** What waits of one project. */
    int waiting(String project) {
        return waiting(0, project);
    }

    private int waiting(int node, String project) {
        IntercomPlugin plugin = cluster.site(node).as(Account.ADMIN).plugin();
        return plugin.connection(project).expect(200).json().getAsJsonObject("deliveries").get("waiting").getAsInt();
    }
}
