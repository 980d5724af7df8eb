package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Json;
import org.intercomjira.acceptance.face.Reply;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Servers;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the links of a project say together, to whom. */
@ExtendWith(Servers.class)
class ReportStoryTest {
    private final Scene scene;

    ReportStoryTest(Site site) {
        this.scene = new Scene(site);
    }

    /** What other tests have left to be sent may tell of their conversations, which count as well. */
    @BeforeEach
    void connect() {
        scene.connectedBy(Teammate.JIRA_APP);
        scene.awaitNothingWaiting();
    }

    @Test
    void aNewLinkIsTheFirstOfTheNewest() {
        LinkedIssue linked = scene.linkedIssue("Shown in the report");
        JsonObject newest = newest(Account.VIEWER).get(0);
        assertThat(newest.get("issueKey").getAsString()).isEqualTo(linked.issue());
        assertThat(newest.get("summary").getAsString()).isEqualTo("Shown in the report");
        assertThat(newest.get("conversationId").getAsString()).isEqualTo(linked.conversation());
        assertThat(newest.get("state").getAsString()).isEqualTo("open");
        assertThat(newest.get("linkedBy").getAsString()).isNotBlank().doesNotContain("JIRAUSER");
    }

    @Test
    void issuesCountByTheirNumberOfConversations() {
        JsonObject before = report(Account.VIEWER);
        LinkedIssue linked = scene.linkedIssue("Two conversations");
        scene.link(linked.issue(), scene.newConversation("The second of two")).expect(201);
        JsonObject after = report(Account.VIEWER);
        assertThat(issuesWith(2, after)).isEqualTo(issuesWith(2, before) + 1);
        assertThat(after.get("links").getAsInt()).isEqualTo(before.get("links").getAsInt() + 2);
        assertThat(conversations("open", after)).isEqualTo(conversations("open", before) + 2);
    }

    @Test
    void anIssueThatTheReaderMayNotSeeIsInNoNumberAndNoFile() {
        LinkedIssue linked = scene.linkedIssue("Merger with a competitor");
        JsonObject before = report(Account.DEVELOPER);
        scene.as(Account.PROJECT_ADMIN).hide(linked.issue());
        JsonObject after = report(Account.DEVELOPER);
        assertThat(after.get("links").getAsInt()).isEqualTo(before.get("links").getAsInt() - 1);
        assertThat(after.toString()).doesNotContain("Merger with a competitor").doesNotContain(linked.conversation());
        assertThat(csv(Account.DEVELOPER)).doesNotContain(linked.conversation());
        assertThat(csv(Account.PROJECT_ADMIN)).contains(linked.conversation());
    }

    @Test
    void aSummaryThatIsAFormulaIsHarmlessInTheFile() {
        LinkedIssue linked = scene.linkedIssue("=HYPERLINK(\"http://evil.example\",\"click\")");
        String file = csv(Account.VIEWER);
        assertThat(file).startsWith("\uFEFFIssue,Summary,Conversation,").contains(linked.issue() + ",\"'=HYPERLINK(\"\"http://evil.example\"\",\"\"click\"\")\"," + linked.conversation());
    }

    @Test
    void theFileIsSavedAndNotShown() {
        Reply reply = scene.pluginAs(Account.VIEWER).reportAsCsv(Scene.PROJECT).expect(200);
        assertThat(reply.contentType().orElseThrow()).isEqualToIgnoringCase("text/csv;charset=UTF-8");
    }

    @Test
    void thePageIsForThoseWhoMayBrowseTheProject() {
        String page = "/plugins/servlet/intercom/report?projectKey=DEMO";
        assertThat(scene.as(Account.VIEWER).page(page).expect(200).body()).contains("Intercom report");
        scene.as(Account.OUTSIDER).page(page).expect(404);
        assertThat(scene.as(Account.ANONYMOUS).page(page).expect(302).location().orElseThrow()).contains("login");
    }

    private JsonObject report(Account account) {
        return scene.pluginAs(account).report(Scene.PROJECT).expect(200).json();
    }

    private List<JsonObject> newest(Account account) {
        return Json.list(report(account).getAsJsonArray("newest")).stream().map(JsonElement::getAsJsonObject).toList();
    }

    private String csv(Account account) {
        return scene.pluginAs(account).reportAsCsv(Scene.PROJECT).expect(200).body();
    }

    private static int issuesWith(int links, JsonObject report) {
        return number(report, "issuesByLinks", "links", String.valueOf(links), "issues");
    }

    private static int conversations(String state, JsonObject report) {
        return number(report, "conversations", "state", state, "conversations");
    }

    private static int number(JsonObject report, String list, String name, String value, String number) {
        return Json.list(report.getAsJsonArray(list)).stream().map(JsonElement::getAsJsonObject).filter(entry -> entry.get(name).getAsString().equals(value))
                .mapToInt(entry -> entry.get(number).getAsInt()).sum();
    }
}
