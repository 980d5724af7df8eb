package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Servers;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Issues are found by their conversations. */
@ExtendWith(Servers.class)
class SearchStoryTest {
    private static final String PLUGIN = "org.intercomjira.intercom-for-jira:";
    private final Scene scene;
    private LinkedIssue one;
    private LinkedIssue two;
    private String none;

    SearchStoryTest(Site site) {
        this.scene = new Scene(site);
    }

    /** One issue with a conversation, one with two of which it shares one, one without. */
    @BeforeEach
    void link() {
        scene.connectedBy(Teammate.JIRA_APP);
        one = scene.linkedIssue("One conversation");
        two = scene.linkedIssue("Two conversations");
        scene.link(two.issue(), one.conversation()).expect(201);
        none = scene.newIssue("No conversation");
    }

    @Test
    void issuesAreFoundAndSortedByTheirNumberOfConversations() {
        assertThat(found("linkedIntercomConversationCount > 0")).containsExactlyInAnyOrder(one.issue(), two.issue());
        assertThat(found("linkedIntercomConversationCount = 2")).containsExactly(two.issue());
        assertThat(found("linkedIntercomConversationCount in (1, 3)")).containsExactly(one.issue());
        assertThat(found("linkedIntercomConversationCount IS EMPTY")).containsExactly(none);
        assertThat(ordered("linkedIntercomConversationCount > 0", "linkedIntercomConversationCount DESC")).containsExactly(two.issue(), one.issue());
        assertThat(ordered("linkedIntercomConversationCount > 0", "linkedIntercomConversationCount ASC")).containsExactly(one.issue(), two.issue());
        assertThat(found("issue.property[\"intercom.conversation.links\"].count = 2")).containsExactly(two.issue());
        assertThat(found("issue.property[intercom.conversation.links].count = 2")).containsExactly(two.issue());
    }

    @Test
    void issuesAreFoundByTheIdsOfTheirConversations() {
        assertThat(found("linkedIntercomConversationId = \"" + one.conversation() + "\"")).containsExactlyInAnyOrder(one.issue(), two.issue());
        assertThat(found("linkedIntercomConversationId IN (\"" + two.conversation() + "\", \"1\")")).containsExactly(two.issue());
        assertThat(found("linkedIntercomConversationId IS NOT EMPTY")).containsExactlyInAnyOrder(one.issue(), two.issue());
        assertThat(found("linkedIntercomConversationId IS EMPTY")).containsExactly(none);
        assertThat(found("linkedIntercomConversationId = \"1\"")).isEmpty();
    }

    @Test
    void theFunctionsFindTheSame() {
        assertThat(found("issue in issuesWithIntercomConversations()")).containsExactlyInAnyOrder(one.issue(), two.issue());
        assertThat(found("issue not in issuesWithIntercomConversations()")).containsExactly(none);
        assertThat(found("issue in issuesLinkedToIntercomConversation(\"" + one.conversation() + "\")")).containsExactlyInAnyOrder(one.issue(), two.issue());
        assertThat(found("issue in issuesLinkedToIntercomConversation(\"" + two.conversation() + "\", \"1\")")).containsExactly(two.issue());
        assertThat(found("issue in issuesLinkedToIntercomConversation(\"1\")")).isEmpty();
    }

    @Test
    void whatIsUnlinkedIsFoundNoMore() {
        scene.pluginAs(Account.DEVELOPER).unlink(one.issue(), one.conversation()).expect(204);
        assertThat(found("linkedIntercomConversationCount > 0")).containsExactly(two.issue());
        assertThat(found("issue in issuesWithIntercomConversations()")).containsExactly(two.issue());
    }

    @Test
    void whoWritesThePropertyDeceivesTheIndexButNotTheFunctions() {
        scene.as(Account.DEVELOPER).http().put("/rest/api/2/issue/" + none + "/properties/intercom.conversation.links", "{\"count\":7,\"conversationIds\":[\"7\"]}");
        assertThat(found("linkedIntercomConversationCount = 7")).containsExactly(none);
        assertThat(found("issue in issuesWithIntercomConversations()")).doesNotContain(none);
        assertThat(found("issue in issuesLinkedToIntercomConversation(\"7\")")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "issuesWithIntercomConversations(1)                                                           | takes no arguments",
        "issuesLinkedToIntercomConversation()                                                         | needs the id of at least one conversation",
        "issuesLinkedToIntercomConversation(\"hello\")                                                | \"hello\" is not the id of an Intercom conversation",
        "issuesLinkedToIntercomConversation(\"1\", \"https://app.intercom.com/a/conversations/1\")    | is not the id of an Intercom conversation",
    })
    void wrongArgumentsAreExplained(String call, String explanation) {
        JsonObject answer = scene.as(Account.DEVELOPER).search("issue in " + call.replace("\\\"", "\"")).expect(400).json();
        assertThat(answer.getAsJsonArray("errorMessages").toString().replace("\\\"", "\"")).contains(explanation.replace("\\\"", "\""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"linkedIntercomConversationCount > 0", "linkedIntercomConversationId IS NOT EMPTY", "issue in issuesWithIntercomConversations()"})
    void nobodyFindsWhatIsNotVisible(String jql) {
        assertThat(newest(Account.VIEWER, jql)).contains(one.issue(), two.issue());
        assertThat(newest(Account.OUTSIDER, jql)).noneMatch(key -> key.startsWith("DEMO-"));
        scene.as(Account.PROJECT_ADMIN).hide(one.issue());
        assertThat(newest(Account.DEVELOPER, jql)).contains(two.issue()).doesNotContain(one.issue());
        assertThat(newest(Account.PROJECT_ADMIN, jql)).contains(one.issue());
    }

    @Test
    void theColumnsShowIdsAndNumber() {
        String ids = scene.as(Account.ADMIN).field("Linked Intercom conversation IDs", PLUGIN + "linked-conversation-ids");
        String count = scene.as(Account.ADMIN).field("Number of linked Intercom conversations", PLUGIN + "linked-conversation-count");
        assertThat(field(two.issue(), ids).getAsString()).isEqualTo(two.conversation() + ", " + one.conversation());
        assertThat(field(two.issue(), count).getAsInt()).isEqualTo(2);
        assertThat(field(none, ids).isJsonNull()).isTrue();
        assertThat(field(none, count).isJsonNull()).isTrue();
    }

    private JsonElement field(String issue, String field) {
        return scene.as(Account.VIEWER).issue(issue).getAsJsonObject("fields").get(field);
    }

    /** Of the three issues, those that the query finds. */
    private List<String> found(String jql) {
        return scene.as(Account.VIEWER).keysOf("key in (" + one.issue() + ", " + two.issue() + ", " + none + ") AND " + jql);
    }

    /** A page of what somebody finds in all of Jira: other tests leave more issues than it holds. */
    private List<String> newest(Account account, String jql) {
        return scene.as(account).keysOf(jql + " ORDER BY created DESC");
    }

    private List<String> ordered(String jql, String order) {
        return found(jql + " ORDER BY " + order);
    }
}
