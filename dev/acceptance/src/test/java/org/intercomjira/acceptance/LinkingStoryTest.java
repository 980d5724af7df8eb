package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.Stream;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Http;
import org.intercomjira.acceptance.face.Reply;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Servers;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Linking issues to conversations: L1, L3, L4, L5, L7, L8. */
@ExtendWith(Servers.class)
class LinkingStoryTest {
    private static final String MIRROR = "intercom.conversation.links";
    private final Scene scene;
    private String issue;
    private String conversation;

    LinkingStoryTest(Site site) {
        this.scene = new Scene(site);
    }

    @BeforeEach
    void connectAndBeginAnew() {
        scene.connectedBy(Teammate.JIRA_APP);
        issue = scene.newIssue("Checkout total is wrong");
        conversation = scene.newConversation("My total is wrong");
    }

    @Test
    void anIdLinksAndTheLinkIsListed() {
        link(conversation).expect(201);
        assertThat(linkedConversations()).containsExactly(conversation);
    }

    /** Every form of address that a teammate may copy; the host stands for app.intercom.com. */
    static Stream<String> addresses() {
        return Stream.of("/a/inbox/{app}/inbox/conversation/{id}", "/a/inbox/{app}/inbox/shared/all/conversation/{id}",
                "/a/inbox/{app}/inbox/shared/unassigned/conversation/{id}", "/a/inbox/{app}/inbox/mentions/conversation/{id}",
                "/a/inbox/{app}/inbox/admin/5017692/conversation/{id}", "/a/inbox/{app}/inbox/team/814865/conversation/{id}",
                "/a/inbox/{app}/inbox/view/9911/conversation/{id}", "/a/inbox/{app}/conversation/{id}", "/a/inbox/_/inbox/conversation/{id}",
                "/a/inbox/{app}/inbox/conversation/{id}#part_id=comment-{id}-23555", "/a/inbox/{app}/inbox/conversation/{id}?view=List",
                "/a/apps/{app}/inbox/inbox/all/conversations/{id}", "/a/apps/{app}/inbox/inbox/5017692/conversations/{id}",
                "/a/apps/{app}/inbox/inbox/conversation/{id}", "/a/apps/{app}/respond/inbox/all/conversations/{id}", "/a/apps/{app}/conversations/{id}");
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void everyFormOfAnAddressLinksTheConversationInIt(String form) {
        String path = form.replace("{app}", Teammate.JIRA_APP.workspace()).replace("{id}", conversation);
        link(scene.intercom().appHost(Teammate.JIRA_APP) + path).expect(201);
        assertThat(linkedConversations()).containsExactly(conversation);
    }

    @Test
    void blanksAroundWhatWasPastedDoNotMatter() {
        link("  " + conversation + "\n").expect(201);
        assertThat(linkedConversations()).containsExactly(conversation);
    }

    @Test
    void theSameConversationIsNotLinkedTwice() {
        link(conversation).expect(201);
        Reply second = link(scene.intercom().pageOf(Teammate.JIRA_APP, conversation)).expect(409);
        assertThat(second.code()).startsWith("link.");
        assertThat(second.message()).isNotBlank().doesNotContain(second.code());
        assertThat(linkedConversations()).containsExactly(conversation);
    }

    @Test
    void aConversationThatIntercomDoesNotKnowIsRefused() {
        Reply reply = link("999999999999999").expect(422);
        assertThat(reply.code()).isEqualTo("link.conversation_not_found");
        assertThat(linkedConversations()).isEmpty();
    }

    @Test
    void anAddressOfAnotherWorkspaceIsRefusedWithItsName() {
        Reply reply = link(scene.intercom().pageOf(Teammate.OF_THE_SECOND_WORKSPACE, "215470000000201")).expect(422);
        assertThat(reply.message()).contains("second01");
        assertThat(linkedConversations()).isEmpty();
    }

    @Test
    void anAddressOfAnotherRegionIsRefused() {
        link(scene.intercom().pageOf(Teammate.OF_EUROPE, "215470000000301")).expect(422);
        assertThat(linkedConversations()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void whatIsNoConversationIsRefused(String pasted) {
        Reply reply = link(pasted).expect(422);
        assertThat(reply.message()).isNotBlank();
        assertThat(linkedConversations()).isEmpty();
    }

    static List<String> nonsense() {
        return List.of("nonsense", " ", "-1", "https://app.intercom.com.evil.example/a/inbox/ecahpwf5/inbox/conversation/1", "javascript:alert(1)",
                "https://app.intercom.com/a/inbox/ecahpwf5/inbox");
    }

    @Test
    void aConversationIsLinkedUncheckedWhileIntercomIsDown() {
        scene.intercom().goDown();
        link(conversation).expect(201);
        // Asked while it is down: as soon as it answers, the note about the link goes out and the conversation is known to be there.
        assertThat(firstLink().get("state").getAsString()).isEqualTo("unchecked");
        scene.intercom().recover();
    }

    @Test
    void theMirrorPropertySaysWhatIsLinkedInTheOrderOfLinking() {
        String second = scene.newConversation("A second one");
        link(conversation).expect(201);
        link(second).expect(201);
        JsonObject mirror = mirror();
        assertThat(mirror.get("count").getAsInt()).isEqualTo(2);
        assertThat(mirror.getAsJsonArray("conversationIds").toString()).isEqualTo("[\"" + conversation + "\",\"" + second + "\"]");
    }

    @Test
    void unlinkingTakesTheLinkAndItsPlaceInTheMirrorAway() {
        link(conversation).expect(201);
        scene.pluginAs(Account.DEVELOPER).unlink(issue, conversation).expect(204);
        assertThat(linkedConversations()).isEmpty();
        scene.as(Account.DEVELOPER).issueProperty(issue, MIRROR).expect(404);
        scene.pluginAs(Account.DEVELOPER).unlink(issue, conversation).expect(404);
    }

    /** By words of the message, by the address and by the name of whoever wrote it. */
    @ParameterizedTest
    @ValueSource(strings = {"zeppelin mooring", "greta@lookup.example", "Greta Garden"})
    void aConversationIsFoundByWordsEmailAndName(String query) {
        JsonObject contact = new JsonObject();
        contact.addProperty("name", "Greta Garden");
        contact.addProperty("email", "greta@lookup.example");
        JsonObject wishes = new JsonObject();
        wishes.addProperty("title", "Where to land");
        wishes.addProperty("body", "Is there a mooring for my zeppelin?");
        wishes.add("contact", contact);
        String wanted = scene.intercom().newConversation(wishes);
        String found = scene.pluginAs(Account.DEVELOPER).send("GET", "/conversations?projectKey=DEMO&query=" + Http.encoded(query), "").expect(200).body();
        assertThat(found).contains(wanted).doesNotContain(conversation);
    }

    @Test
    void oneConversationMayBelongToSeveralIssues() {
        String other = scene.newIssue("The same customer again");
        link(conversation).expect(201);
        scene.link(other, conversation).expect(201);
        assertThat(scene.pluginAs(Account.DEVELOPER).linkList(other)).hasSize(1);
    }

    @Test
    void aProjectThatIsNotConnectedSaysSoWhenLinking() {
        scene.disconnected();
        Reply reply = link(conversation);
        assertThat(reply.status()).isIn(409, 422);
        assertThat(reply.message()).containsIgnoringCase("not connected");
    }

    private Reply link(String pasted) {
        return scene.link(issue, pasted);
    }

    private List<String> linkedConversations() {
        return scene.pluginAs(Account.VIEWER).linkList(issue).stream().map(link -> link.getAsJsonObject().get("conversationId").getAsString()).toList();
    }

    private JsonObject firstLink() {
        return scene.pluginAs(Account.VIEWER).linkList(issue).get(0).getAsJsonObject();
    }

    private JsonObject mirror() {
        return scene.as(Account.DEVELOPER).issueProperty(issue, MIRROR).expect(200).json().getAsJsonObject("value");
    }
}
