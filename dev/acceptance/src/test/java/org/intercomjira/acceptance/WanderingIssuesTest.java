package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.IntercomApp;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.Note;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.face.WebPages;
import org.intercomjira.acceptance.host.Folders;
import org.intercomjira.acceptance.host.IntercomProcess;
import org.intercomjira.acceptance.host.JiraProcess;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of links and notes when issues are moved, cloned, archived and deleted, alone or with their projects. Projects go, so this Jira is its own. */
class WanderingIssuesTest {
    private static final String PROPERTY = "intercom.conversation.links";
    private static final String PROJECTS = "SHOP:Shop,LONELY:Lonely,OLD:Old,GONE:Gone";
    private static IntercomProcess intercom;
    private static JiraProcess jira;
    private Scene scene;
    private WebPages admin;

    @BeforeAll
    static void start() {
        intercom = IntercomProcess.start();
        jira = new JiraProcess(Folders.pluginJar(), intercom.address(), new JiraProcess.Extras(List.of(), List.of("--projects", PROJECTS), Map.of()));
        jira.start();
        IntercomApp.introduceTo(site());
    }

    @AfterAll
    static void stop() {
        jira.close();
        intercom.close();
    }

    @BeforeEach
    void connect() {
        scene = new Scene(site()).connectedBy(Teammate.JIRA_APP);
        admin = new WebPages(site(), Account.ADMIN);
    }

    @Test
    void aMovedIssueSpeaksThroughItsNewProjectUnderItsNewKey() {
        site().browserOf(Account.ADMIN).connect("SHOP", Teammate.SAM).expect(200);
        LinkedIssue linked = quiet("Wanderer");

        String key = admin.move(linked.issue(), "SHOP");
        asDeveloper().transition(key, Jira.DONE);

        Note note = awaitNotes(linked, 1).get(0);
        assertThat(note.text()).contains("moved " + key + ": Wanderer from To Do to Done");
        assertThat(note.authorId()).isEqualTo(Teammate.SAM.id());
        assertThat(site().as(Account.ADMIN).plugin().issuesOf(linked.conversation())).containsExactly(key);
        assertThat(site().as(Account.ADMIN).issueProperty(key, PROPERTY).expect(200).body()).contains(linked.conversation());
    }

    @Test
    void whatWasToldBeforeTheMoveIsSaidWithTheNewProjectsConnection() {
        site().browserOf(Account.ADMIN).connect("SHOP", Teammate.SAM).expect(200);
        LinkedIssue linked = quiet("Half way");
        Set<String> before = moveWhileIntercomTakesNoNotes(linked);

        String key = admin.move(linked.issue(), "SHOP");
        await("a try with the new connection").atMost(Scene.PATIENCE).until(() -> !before.containsAll(tokensTried(linked)));
        scene.intercom().recover();

        Note note = awaitNotes(linked, 1).get(0);
        assertThat(note.text()).contains(key + ": Half way from To Do to Done");
        assertThat(note.authorId()).isEqualTo(Teammate.SAM.id());
    }

    @Test
    void whatIsHeldBecauseOfABrokenConnectionIsSaidByTheProjectThatTheIssueIsMovedTo() {
        LinkedIssue linked = quiet("Rescued");
        scene.intercom().revokeTokensOf(Teammate.JIRA_APP);
        asDeveloper().transition(linked.issue(), Jira.DONE);
        await("a broken connection").atMost(Scene.PATIENCE).until(() -> scene.state().equals("broken") && scene.waiting() == 1);
        site().browserOf(Account.ADMIN).connect("SHOP", Teammate.SAM).expect(200);

        String key = admin.move(linked.issue(), "SHOP");

        Note note = awaitNotes(linked, 1).get(0);
        assertThat(note.text()).contains(key + ": Rescued from To Do to Done");
        assertThat(note.authorId()).isEqualTo(Teammate.SAM.id());
    }

    @Test
    void whatIsHeldBecauseOfABrokenConnectionEndsWhenTheIssueIsMovedToAProjectWithoutOne() {
        LinkedIssue linked = quiet("Let go");
        scene.intercom().revokeTokensOf(Teammate.JIRA_APP);
        asDeveloper().transition(linked.issue(), Jira.DONE);
        await("a broken connection").atMost(Scene.PATIENCE).until(() -> scene.state().equals("broken") && scene.waiting() == 1);

        admin.move(linked.issue(), "LONELY");

        scene.awaitNothingWaiting();
        await("an empty outbox").atMost(Scene.PATIENCE).until(() -> site().as(Account.ADMIN).plugin().connection("LONELY").expect(200).json()
                .getAsJsonObject("deliveries").get("waiting").getAsInt() == 0);
        assertThat(scene.intercom().notesIn(linked.conversation())).isEmpty();
    }

    @Test
    void anIssueMovedToAProjectWithoutAConnectionIsSilentAndSpeaksAgainAtHome() {
        LinkedIssue linked = quiet("Homesick");
        String away = admin.move(linked.issue(), "LONELY");
        asDeveloper().transition(away, Jira.DONE);
        assertThat(site().as(Account.ADMIN).plugin().issuesOf(linked.conversation())).containsExactly(away);

        String home = admin.move(away, "DEMO");
        asDeveloper().transition(home, Jira.TO_DO);

        assertThat(awaitNotes(linked, 1)).singleElement().satisfies(note -> assertThat(note.text()).contains("moved " + home).contains("from Done to To Do"));
    }

    @Test
    void aCloneStartsWithoutLinksAndWithoutTheirProperty() {
        LinkedIssue linked = quiet("Original");

        String clone = admin.copy(linked.issue());
        asDeveloper().transition(clone, Jira.DONE);
        asDeveloper().transition(linked.issue(), Jira.IN_PROGRESS);

        assertThat(awaitNotes(linked, 1)).singleElement().satisfies(note -> assertThat(note.text()).contains("moved " + linked.issue()));
        assertThat(asDeveloper().plugin().linkList(clone)).isEmpty();
        asDeveloper().issueProperty(clone, PROPERTY).expect(404);
        assertThat(asDeveloper().issueProperty(linked.issue(), PROPERTY).expect(200).body()).contains(linked.conversation());
        assertThat(asDeveloper().keysOf("linkedIntercomConversationId = \"" + linked.conversation() + "\"")).containsExactly(linked.issue());
    }

    @Test
    void ofAnArchivedIssueNothingIsToldUntilItIsRestored() {
        LinkedIssue linked = quiet("Put away");
        moveWhileIntercomTakesNoNotes(linked);
        setArchived(linked.issue(), "archive");
        scene.awaitNothingWaiting();
        scene.intercom().recover();
        assertThat(scene.intercom().notesIn(linked.conversation())).isEmpty();

        setArchived(linked.issue(), "restore");
        asDeveloper().transition(linked.issue(), Jira.IN_PROGRESS);
        assertThat(awaitNotes(linked, 1)).singleElement().satisfies(note -> assertThat(note.text()).contains("from Done to In Progress"));
    }

    @Test
    void aDeletedIssueTakesItsLinksAndWhatWasToBeSaidOfIt() {
        LinkedIssue linked = quiet("Doomed");
        moveWhileIntercomTakesNoNotes(linked);
        site().as(Account.ADMIN).http().delete("/rest/api/2/issue/" + linked.issue()).expect(204);

        scene.awaitNothingWaiting();
        scene.intercom().recover();
        assertThat(scene.intercom().notesIn(linked.conversation())).isEmpty();
        assertThat(site().as(Account.ADMIN).plugin().issuesOf(linked.conversation())).isEmpty();
    }

    @Test
    void anArchivedProjectIsSilentAndConnectedAgainWhenItIsRestoredTheSameDay() {
        LinkedIssue linked = linkedIn("OLD");
        site().as(Account.ADMIN).http().put("/rest/api/2/project/OLD/archive", Map.of()).expect(204);
        assertThat(site().as(Account.ADMIN).plugin().send("GET", "/admin/connections", "").expect(200).body()).contains("DEMO").doesNotContain("OLD");
        assertThat(asDeveloper().tryTransition(linked.issue(), Jira.DONE).status()).isNotEqualTo(204);
        site().as(Account.ADMIN).http().put("/rest/api/2/project/OLD/restore", Map.of()).expect(202);

        assertThat(site().as(Account.ADMIN).plugin().connection("OLD").expect(200).json().get("state").getAsString()).isEqualTo("connected");
        assertThat(site().as(Account.ADMIN).plugin().issuesOf(linked.conversation())).containsExactly(linked.issue());
        assertThat(scene.intercom().notesIn(linked.conversation())).isEmpty();
    }

    @Test
    void aDeletedProjectTakesConnectionAndLinks() {
        LinkedIssue linked = linkedIn("GONE");
        site().as(Account.ADMIN).http().delete("/rest/api/2/project/GONE").expect(204);

        site().as(Account.ADMIN).plugin().connection("GONE").expect(404);
        assertThat(site().as(Account.ADMIN).plugin().issuesOf(linked.conversation())).isEmpty();
        assertThat(scene.connection().get("state").getAsString()).isEqualTo("connected");
    }

    private static Site site() {
        return new Site(jira.address(), intercom.address());
    }

    private static Jira asDeveloper() {
        return site().as(Account.DEVELOPER);
    }

    /** Linked without a note about it. */
    private LinkedIssue quiet(String summary) {
        new NotificationSwitches(scene).set(List.of("link notes off"));
        LinkedIssue linked = scene.linkedIssue(summary);
        scene.awaitNothingWaiting();
        return linked;
    }

    /** Until the first try has failed: one that is under way says what was true when it began. @return the tokens that were tried */
    private Set<String> moveWhileIntercomTakesNoNotes(LinkedIssue linked) {
        scene.intercom().failOnNotes();
        scene.intercom().forgetRequests();
        asDeveloper().transition(linked.issue(), Jira.DONE);
        await("a try").atMost(Scene.PATIENCE).until(() -> !tokensTried(linked).isEmpty());
        return tokensTried(linked);
    }

    private Set<String> tokensTried(LinkedIssue linked) {
        return scene.intercom().requests("/conversations/" + linked.conversation()).stream().map(request -> request.get("tokenSha256").getAsString()).collect(Collectors.toSet());
    }

    private LinkedIssue linkedIn(String project) {
        site().browserOf(Account.ADMIN).connect(project, Teammate.JIRA_APP).expect(200);
        LinkedIssue linked = new LinkedIssue(asDeveloper().createIssue(project, "In " + project), scene.newConversation("About " + project));
        scene.intercom().refuseNotesIn(linked.conversation());
        scene.link(linked.issue(), linked.conversation()).expect(201);
        return linked;
    }

    private static void setArchived(String issue, String how) {
        site().as(Account.ADMIN).http().put("/rest/api/2/issue/" + issue + "/" + how, Map.of()).expect(204);
    }

    private List<Note> awaitNotes(LinkedIssue linked, int number) {
        await("notes about " + linked.issue()).atMost(Scene.PATIENCE).pollInterval(Duration.ofMillis(50))
                .until(() -> scene.intercom().notesIn(linked.conversation()).size() >= number);
        scene.awaitNothingWaiting();
        return scene.intercom().notesIn(linked.conversation());
    }
}
