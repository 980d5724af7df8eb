package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.stream.IntStream;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.Note;
import org.intercomjira.acceptance.face.OAuthBrowser;
import org.intercomjira.acceptance.face.Reply;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Servers;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Connecting a project to Intercom: C1 to C5, C7 to C9, A1 to A5. */
@ExtendWith(Servers.class)
class ConnectionStoryTest {
    private static final int CONVERSATIONS = 10;
    private static final int MOVES = 10;
    private final Site site;
    private final Scene scene;

    ConnectionStoryTest(Site site) {
        this.site = site;
        this.scene = new Scene(site);
    }

    @BeforeEach
    void startWithoutAConnection() {
        scene.disconnected();
    }

    @Test
    void aProjectThatWasNeverConnectedSaysSo() {
        assertThat(scene.state()).isEqualTo("not_connected");
        assertThat(settingsPage()).contains("Connect to Intercom");
    }

    @Test
    void connectingShowsTheWorkspaceAndTheAppUser() {
        connect(Teammate.JIRA_APP);
        JsonObject connection = scene.connection();
        assertThat(connection.get("state").getAsString()).isEqualTo("connected");
        assertThat(connection.getAsJsonObject("workspace").get("name").getAsString()).isEqualTo("Acme Support");
        assertThat(connection.getAsJsonObject("appUser").get("name").getAsString()).isEqualTo("Jira app");
        assertThat(settingsPage()).contains("Acme Support", "Jira app", "jira-app@acme.example");
    }

    @Test
    void connectingSendsTheBrowserToIntercomWithAStateAndWithoutTheSecret() {
        URI consent = browser().begin(Scene.PROJECT, "us");
        assertThat(consent.toString()).startsWith(site.intercom() + "/us/oauth?").contains("client_id=demo-client", "state=", "redirect_uri=");
    }

    @Test
    void revokingForgetsTheConnection() {
        connect(Teammate.JIRA_APP);
        scene.pluginAs(Account.PROJECT_ADMIN).revoke(Scene.PROJECT).expect(204);
        assertThat(scene.state()).isEqualTo("not_connected");
        assertThat(settingsPage()).contains("Connect to Intercom").doesNotContain("jira-app@acme.example");
    }

    @Test
    void anotherTeammateBecomesTheAppUserByConnectingAgain() {
        connect(Teammate.JIRA_APP);
        String page = connect(Teammate.SAM);
        assertThat(scene.connection().getAsJsonObject("appUser").get("name").getAsString()).isEqualTo("Sam Support");
        assertThat(page).contains("App user changed from Jira app to Sam Support");
    }

    @ParameterizedTest
    @MethodSource("teammatesOfAllRegions")
    void theRegionIsTheOneOfTheWorkspace(Teammate teammate) {
        connect(teammate);
        assertThat(scene.connection().get("region").getAsString()).isEqualToIgnoringCase(teammate.region());
    }

    static List<Teammate> teammatesOfAllRegions() {
        return List.of(Teammate.JIRA_APP, Teammate.OF_EUROPE, Teammate.OF_AUSTRALIA);
    }

    @Test
    void deniedConsentIsToldAndNothingIsStored() {
        OAuthBrowser browser = browser();
        Reply page = browser.follow(browser.returnTo(browser.deny(browser.begin(Scene.PROJECT, "us"), Teammate.JIRA_APP)));
        assertThat(page.expect(200).body()).contains("Connect to Intercom").containsIgnoringCase("not allowed");
        assertThat(scene.state()).isEqualTo("not_connected");
    }

    @Test
    void aStateWorksOnlyOnce() {
        OAuthBrowser browser = browser();
        URI callback = browser.allow(browser.begin(Scene.PROJECT, "us"), Teammate.JIRA_APP);
        browser.follow(browser.returnTo(callback)).expect(200);
        scene.disconnected();
        browser.follow(browser.returnTo(callback));
        assertThat(scene.state()).isEqualTo("not_connected");
    }

    @Test
    void aStateWorksOnlyForWhoeverBeganToConnect() {
        OAuthBrowser browser = browser();
        URI callback = browser.allow(browser.begin(Scene.PROJECT, "us"), Teammate.JIRA_APP);
        Reply reply = site.browserOf(Account.ADMIN).returnTo(callback);
        assertThat(reply.body()).doesNotContain("jira-app@acme.example");
        assertThat(scene.state()).isEqualTo("not_connected");
    }

    @Test
    void aStateThatNobodyMadeIsRefused() {
        OAuthBrowser browser = browser();
        URI callback = browser.allow(browser.begin(Scene.PROJECT, "us"), Teammate.JIRA_APP);
        browser.follow(browser.returnTo(URI.create(callback.toString().replaceAll("state=[^&]+", "state=made-up"))));
        assertThat(scene.state()).isEqualTo("not_connected");
    }

    @Test
    void nobodyComesBackFromIntercomWithoutBeingLoggedIn() {
        URI callback = browser().allow(browser().begin(Scene.PROJECT, "us"), Teammate.JIRA_APP);
        Reply reply = scene.as(Account.ANONYMOUS).page(callback.toString().substring(site.jira().toString().length()));
        assertThat(reply.status()).isIn(302, 401, 403);
        assertThat(scene.state()).isEqualTo("not_connected");
    }

    @Test
    void anIntercomThatIsDownIsToldAndNothingIsStored() {
        OAuthBrowser browser = browser();
        URI callback = browser.allow(browser.begin(Scene.PROJECT, "us"), Teammate.JIRA_APP);
        scene.intercom().goDown();
        Reply page = browser.follow(browser.returnTo(callback)).expect(200);
        assertThat(page.body()).containsIgnoringCase("could not be reached");
        assertThat(scene.state()).isEqualTo("not_connected");
    }

    @Test
    void aTokenThatIntercomRevokedBreaksTheConnectionAndReconnectingMendsIt() {
        connect(Teammate.JIRA_APP);
        LinkedIssue linked = scene.linkedIssue("Broken for a while");
        scene.awaitNothingWaiting();
        scene.intercom().revokeTokensOf(Teammate.JIRA_APP);
        scene.move(linked, Jira.DONE);
        await().atMost(Scene.PATIENCE).until(() -> scene.state().equals("broken"));
        assertThat(scene.waiting()).isEqualTo(1);
        connect(Teammate.JIRA_APP);
        assertThat(scene.awaitMovesTold(linked, 1)).hasSize(1);
    }

    @Test
    void whatWaitsAtRevokeIsSentOnceByTheTeammateWhoConnectsNext() {
        connect(Teammate.JIRA_APP);
        List<LinkedIssue> linked = IntStream.range(0, CONVERSATIONS).mapToObj(i -> scene.linkedIssue("Handed over " + i)).toList();
        scene.awaitNothingWaiting();
        scene.intercom().revokeTokensOf(Teammate.JIRA_APP);
        for (int round = 0; round < MOVES; round++) {
            String transition = round % 2 == 0 ? Jira.DONE : Jira.IN_PROGRESS;
            linked.forEach(each -> scene.move(each, transition));
        }
        await().atMost(Scene.PATIENCE).until(() -> scene.state().equals("broken") && scene.waiting() == CONVERSATIONS * MOVES);
        assertThat(settingsPage()).contains("Waiting to be sent: " + CONVERSATIONS * MOVES);

        scene.pluginAs(Account.PROJECT_ADMIN).revoke(Scene.PROJECT).expect(204);
        deliverForAnotherProjectOfTheWorkspace();
        assertThat(scene.waiting()).isEqualTo(CONVERSATIONS * MOVES);
        assertThat(scene.connection().get("waitingKeptUntil").getAsLong()).isGreaterThan(System.currentTimeMillis());
        assertThat(settingsPage()).contains("Waiting to be sent: " + CONVERSATIONS * MOVES, "or these notes and replies are dropped");

        connect(Teammate.SAM);
        linked.forEach(each -> assertThat(scene.awaitMovesTold(each, MOVES)).hasSize(MOVES).extracting(Note::authorId).containsOnly(Teammate.SAM.id()));
        scene.awaitNothingWaiting();
        linked.forEach(each -> assertThat(scene.movesTold(each)).as("once").hasSize(MOVES));
    }

    /** What waits has been looked at by then. */
    private void deliverForAnotherProjectOfTheWorkspace() {
        Jira admin = scene.as(Account.ADMIN);
        site.browserOf(Account.ADMIN).connect("OPS", Teammate.SAM).expect(200);
        LinkedIssue other = new LinkedIssue(admin.createIssue("OPS", "Of another project"), scene.newConversation("Another project"));
        admin.plugin().link(other.issue(), other.conversation()).expect(201);
        admin.transition(other.issue(), Jira.DONE);
        scene.awaitMovesTold(other, 1);
        admin.plugin().revoke("OPS").expect(204);
    }

    @Test
    void aConversationThatIsRefusedThoughTheTokenIsNotBreaksNothing() {
        connect(Teammate.JIRA_APP);
        LinkedIssue ticket = scene.linkedIssue("Became a ticket");
        LinkedIssue other = scene.linkedIssue("Still a conversation");
        scene.awaitNothingWaiting();
        int failedBefore = failed();
        scene.intercom().refuseAsUnauthorised(ticket.conversation());
        scene.move(ticket, Jira.DONE);
        scene.move(other, Jira.DONE);

        assertThat(scene.awaitMovesTold(other, 1)).hasSize(1);
        scene.awaitNothingWaiting();
        assertThat(scene.state()).isEqualTo("connected");
        assertThat(failed()).isEqualTo(failedBefore + 1);
    }

    private int failed() {
        return scene.connection().getAsJsonObject("deliveries").get("failed").getAsInt();
    }

    private String connect(Teammate teammate) {
        return browser().connect(Scene.PROJECT, teammate).expect(200).body();
    }

    private OAuthBrowser browser() {
        return site.browserOf(Account.PROJECT_ADMIN);
    }

    private String settingsPage() {
        return browser().settingsPage(Scene.PROJECT).expect(200).body();
    }
}
