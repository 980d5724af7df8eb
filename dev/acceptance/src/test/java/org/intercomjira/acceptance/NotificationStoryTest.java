package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.Note;
import org.intercomjira.acceptance.face.Promptness;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Servers;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What Intercom's teammates are told when an issue moves: N1 to N3, C4, C5. */
@ExtendWith(Servers.class)
class NotificationStoryTest {
    private final Site site;
    private final Scene scene;

    NotificationStoryTest(Site site) {
        this.site = site;
        this.scene = new Scene(site);
    }

    @BeforeEach
    void connect() {
        scene.connectedBy(Teammate.JIRA_APP);
    }

    @Test
    void aTransitionBecomesOneNoteByTheAppUser() {
        LinkedIssue linked = scene.linkedIssue("Refund <b>& more</b>");
        scene.move(linked, Jira.DONE);
        scene.awaitMovesTold(linked, 1);
        scene.awaitNothingWaiting();
        assertThat(scene.movesTold(linked)).singleElement().satisfies(note -> {
            assertThat(note.authorId()).isEqualTo(Teammate.JIRA_APP.id());
            assertThat(note.text()).contains("moved " + linked.issue() + ": Refund <b>& more</b> from To Do to Done");
        });
    }

    @Test
    void notesAreThereTwoSecondsAfterTheChange() {
        LinkedIssue linked = scene.linkedIssue("In no time");
        Promptness.mustBeKept(site, linked.issue(), linked.conversation());
    }

    @Test
    void theNoteNamesTheActorInBoldAndTheIssueAsALink() {
        LinkedIssue linked = scene.linkedIssue("Where the link leads");
        scene.move(linked, Jira.IN_PROGRESS);
        Note note = scene.awaitMovesTold(linked, 1).get(0);
        assertThat(note.html()).contains("<b>Dev Patel</b>", "<i>Where the link leads</i>", "href=\"" + site.jira() + "/browse/" + linked.issue());
    }

    @Test
    void everyLinkedConversationIsToldOnce() {
        LinkedIssue first = scene.linkedIssue("Two conversations");
        LinkedIssue second = new LinkedIssue(first.issue(), scene.newConversation("The second"));
        scene.link(second.issue(), second.conversation()).expect(201);
        scene.move(first, Jira.DONE);
        scene.awaitMovesTold(first, 1);
        scene.awaitMovesTold(second, 1);
        scene.awaitNothingWaiting();
        assertThat(List.of(scene.movesTold(first).size(), scene.movesTold(second).size())).containsExactly(1, 1);
    }

    @Test
    void notesArriveInTheOrderOfTheChanges() {
        LinkedIssue linked = scene.linkedIssue("There and back");
        scene.move(linked, Jira.IN_PROGRESS);
        scene.move(linked, Jira.DONE);
        scene.move(linked, Jira.TO_DO);
        assertThat(scene.awaitMovesTold(linked, 3).stream().map(Note::text).map(text -> text.replaceAll(".* from ", "")))
                .containsExactly("To Do to In Progress", "In Progress to Done", "Done to To Do");
    }

    @Test
    void nothingIsSaidWhenTheTriggerIsOff() {
        switchTransitionsOff();
        LinkedIssue linked = scene.linkedIssue("Quiet");
        scene.move(linked, Jira.DONE);
        scene.awaitNothingWaiting();
        assertThat(scene.movesTold(linked)).isEmpty();
    }

    @Test
    void anIssueWithoutLinksSaysNothing() {
        String issue = scene.newIssue("Alone");
        scene.as(Account.DEVELOPER).transition(issue, Jira.DONE);
        scene.awaitNothingWaiting();
        assertThat(scene.intercom().requests("/reply$")).noneMatch(request -> request.toString().contains("/browse/" + issue + "#"));
    }

    @Test
    void afterRevokingNothingIsSaidAndTheLinkStays() {
        LinkedIssue linked = scene.linkedIssue("Revoked");
        scene.disconnected();
        scene.move(linked, Jira.DONE);
        scene.connectedBy(Teammate.JIRA_APP);
        scene.awaitNothingWaiting();
        assertThat(scene.movesTold(linked)).isEmpty();
        assertThat(scene.pluginAs(Account.VIEWER).linkList(linked.issue())).hasSize(1);
    }

    @Test
    void afterReconnectingToTheSameWorkspaceTheLinkWorksAgain() {
        LinkedIssue linked = scene.linkedIssue("Back again");
        scene.disconnected().connectedBy(Teammate.JIRA_APP);
        scene.move(linked, Jira.DONE);
        assertThat(scene.awaitMovesTold(linked, 1)).hasSize(1);
    }

    @Test
    void afterConnectingToAnotherWorkspaceTheLinkSaysWhoseItIsAndGetsNoNotes() {
        LinkedIssue linked = scene.linkedIssue("Left behind");
        scene.awaitNothingWaiting();
        scene.connectedBy(Teammate.OF_THE_SECOND_WORKSPACE);
        scene.intercom().forgetRequests();
        scene.move(linked, Jira.DONE);
        scene.awaitNothingWaiting();
        assertThat(scene.movesTold(linked)).isEmpty();
        assertThat(scene.intercom().requests("/conversations/" + linked.conversation())).isEmpty();
        assertThat(linkOf(linked).toString()).contains("Acme Support");
        assertThat(scene.connection().get("linksOfOtherWorkspaces").getAsInt()).isPositive();
    }

    private JsonObject linkOf(LinkedIssue linked) {
        return scene.pluginAs(Account.VIEWER).linkList(linked.issue()).get(0).getAsJsonObject();
    }

    private void switchTransitionsOff() {
        JsonObject settings = scene.pluginAs(Account.PROJECT_ADMIN).settings(Scene.PROJECT).expect(200).json();
        settings.getAsJsonObject("conversationLinking").getAsJsonObject("notificationTriggers").getAsJsonObject("issueTransitioned").addProperty("enabled", false);
        scene.pluginAs(Account.PROJECT_ADMIN).saveSettings(Scene.PROJECT, settings).expect(200);
    }
}
