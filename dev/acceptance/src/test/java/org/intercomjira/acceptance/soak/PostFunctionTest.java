package org.intercomjira.acceptance.soak;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.IntercomPlugin;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.WorkflowEditor;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An administrator puts the post function on a transition on one node; people move issues on both. */
class PostFunctionTest {
    private static final List<String> TRANSITIONS = List.of(Jira.TO_DO, Jira.IN_PROGRESS, Jira.DONE);
    private static final String TELLS = "Linked Intercom conversations get a note about the transition.";
    private static final String REOPENS = "Linked Intercom conversations get a note about the transition, and closed ones are reopened.";
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(10);
    private static final int ROUNDS = 3;
    private static Cluster cluster;

    @BeforeAll
    static void start() {
        cluster = Cluster.started();
    }

    @AfterAll
    static void stop() {
        cluster.close();
    }

    @AfterEach
    void leaveTheWorkflowAsItWas() {
        WorkflowEditor editor = new WorkflowEditor(cluster.site());
        TRANSITIONS.forEach(editor::removeAll);
    }

    @Test
    void whatOneNodeWasToldTheOtherDoesOnceAndMayChange() {
        Workload workload = Workload.of(cluster, 1);
        tellTransitionsByThemselves(workload, false);
        new WorkflowEditor(cluster.site(0)).add(Jira.DONE, true);
        assertThat(new WorkflowEditor(cluster.site(1)).descriptions(Jira.DONE)).containsExactly(REOPENS);
        closeAndMoveToDone(workload, 1);
        awaitNotesAboutMoves(workload, 1);
        assertThat(stateOf(workload)).isEqualTo("open");

        new WorkflowEditor(cluster.site(1)).change(Jira.DONE, false);
        assertThat(new WorkflowEditor(cluster.site(0)).descriptions(Jira.DONE)).containsExactly(TELLS);
        closeAndMoveToDone(workload, 0);
        awaitNotesAboutMoves(workload, 2);
        assertThat(stateOf(workload)).isEqualTo("closed");
    }

    @Test
    void functionAndTriggerTellEachMoveOnceTogetherAndTheFunctionAlsoAlone() {
        Workload workload = Workload.of(cluster, Sizes.SOME_CONVERSATIONS);
        WorkflowEditor editor = new WorkflowEditor(cluster.site());
        TRANSITIONS.forEach(transition -> editor.add(transition, false));
        tellTransitionsByThemselves(workload, true);
        workload.work(ROUNDS * Sizes.SOME_CONVERSATIONS);
        Report.allIsWell("post function and trigger", workload, workload.awaitDelivered(LONG_ENOUGH));
        tellTransitionsByThemselves(workload, false);
        workload.work(ROUNDS * Sizes.SOME_CONVERSATIONS);
        Report.allIsWell("post function alone", workload, workload.awaitDelivered(LONG_ENOUGH));
    }

    /** Until both nodes know of it, which they show by a second setting that is changed with it. */
    private static void tellTransitionsByThemselves(Workload workload, boolean enabled) {
        JsonObject change = JsonParser.parseString("{\"conversationLinking\":{\"notificationTriggers\":{\"issueTransitioned\":{\"enabled\":" + enabled + "}}},"
                + "\"intercomIssuePanel\":{\"allowConversationView\":" + enabled + "}}").getAsJsonObject();
        Cluster.PROJECTS.forEach(project -> cluster.site().as(Account.ADMIN).plugin().saveSettings(project, change).expect(200));
        await("both nodes' settings").atMost(LONG_ENOUGH).until(() -> Stream.of(0, 1).map(PostFunctionTest::pluginOf)
                .allMatch(plugin -> workload.issues().stream().allMatch(issue -> offersToRead(plugin, issue) == enabled)));
    }

    private static IntercomPlugin pluginOf(int node) {
        return cluster.site(node).as(Account.ADMIN).plugin();
    }

    private static boolean offersToRead(IntercomPlugin plugin, String issue) {
        return plugin.links(issue).expect(200).json().get("conversationViewEnabled").getAsBoolean();
    }

    private static void closeAndMoveToDone(Workload workload, int node) {
        Site site = cluster.site(node);
        site.as(Account.ADMIN).transition(workload.issue(0), Jira.TO_DO);
        site.simulator().set(workload.conversation(0), "closed");
        site.as(Account.ADMIN).transition(workload.issue(0), Jira.DONE);
    }

    private static void awaitNotesAboutMoves(Workload workload, int number) {
        await("notes about moves").atMost(LONG_ENOUGH).until(() -> notesAboutMoves(workload) >= number && workload.waiting() == 0);
        assertThat(notesAboutMoves(workload)).isEqualTo(number);
    }

    private static long notesAboutMoves(Workload workload) {
        return cluster.intercom().notesIn(workload.conversation(0)).stream().filter(note -> note.text().contains("moved " + workload.issue(0))).count();
    }

    private static String stateOf(Workload workload) {
        return cluster.intercom().stateOf(workload.conversation(0));
    }
}
