package org.intercomjira.embedded.jira;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.jira.event.ProjectDeletedEvent;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One Jira for all tests: each makes the issues that it changes. */
class RestTest {
    private static final String ISSUE = "/rest/api/2/issue";

    @TempDir
    static Path home;

    private static RestJira jira;

    @BeforeAll
    static void open() throws LifecycleException {
        jira = new RestJira(home);
    }

    @AfterAll
    static void close() throws LifecycleException {
        jira.close();
    }

    @ParameterizedTest
    @CsvSource({"admin,200", "project-admin,200", "developer,200", "viewer,200", "outsider,404", ",401"})
    void anIssueIsSeenByThoseWhoMayBrowse(String user, int status) throws Exception {
        assertThat(jira.get(user, ISSUE + "/DEMO-1").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"admin,204", "project-admin,204", "developer,204", "viewer,403", "outsider,404", ",401"})
    void anIssueIsEditedByThoseWhoMay(String user, int status) throws Exception {
        String key = newIssue();
        assertThat(jira.call(user, "PUT", ISSUE + "/" + key, "{\"fields\":{\"summary\":\"by " + user + "\"}}").status()).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"admin,204", "project-admin,204", "developer,204", "viewer,400", "outsider,404", ",401"})
    void anIssueIsMovedByThoseWhoMay(String user, int status) throws Exception {
        assertThat(transition(user, newIssue(), "\"31\"")).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource({"admin,DEMO,201", "project-admin,DEMO,201", "project-admin,OPS,403", "developer,DEMO,403", "viewer,DEMO,403", "outsider,DEMO,404", ",DEMO,401"})
    void aProjectPropertyIsWrittenByThoseWhoAdministerTheProject(String user, String project, int status) throws Exception {
        assertThat(jira.call(user, "PUT", "/rest/api/2/project/" + project + "/properties/by-" + user, "{\"a\":1}").status()).isEqualTo(status);
    }

    @Test
    void whatIsNotSeenIsAnsweredLikeWhatIsNotThere() throws Exception {
        assertThat(jira.get("outsider", ISSUE + "/DEMO-1")).isEqualTo(jira.get("outsider", ISSUE + "/DEMO-4711"));
        assertThat(jira.get("outsider", ISSUE + "/DEMO-1").object().getAsJsonArray("errorMessages").get(0).getAsString()).isEqualTo("Issue Does Not Exist");
    }

    @Test
    void anIssueTellsAllThatAPageNeeds() throws Exception {
        JsonObject issue = jira.get("viewer", ISSUE + "/DEMO-1?expand=transitions,changelog,renderedFields").object();
        JsonObject fields = issue.getAsJsonObject("fields");
        assertThat(issue.get("key").getAsString()).isEqualTo("DEMO-1");
        assertThat(fields.keySet()).contains("summary", "description", "status", "issuetype", "priority", "assignee", "reporter", "created", "updated", "project", "comment");
        assertThat(fields.getAsJsonObject("status").getAsJsonObject("statusCategory").get("key").getAsString()).isEqualTo("new");
        assertThat(fields.getAsJsonObject("assignee").get("name").getAsString()).isEqualTo("developer");
        assertThat(fields.get("created").getAsString()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}\\+0000");
        assertThat(issue.getAsJsonArray("transitions")).isEmpty();
        assertThat(jira.get("developer", ISSUE + "/DEMO-1?expand=transitions").object().getAsJsonArray("transitions")).hasSize(3);
        assertThat(issue.getAsJsonObject("renderedFields").get("description").getAsString()).startsWith("<p>With two vouchers");
    }

    @Test
    void aTransitionTakesFieldsAndACommentWithIt() throws Exception {
        String key = newIssue();
        int status = jira.call("developer", "POST", ISSUE + "/" + key + "/transitions", """
                {"transition":{"id":31},"fields":{"resolution":{"name":"Duplicate"}},"update":{"comment":[{"add":{"body":"see DEMO-1"}}]}}""").status();
        JsonObject issue = jira.get("viewer", ISSUE + "/" + key + "?expand=changelog").object();
        assertThat(status).isEqualTo(204);
        assertThat(issue.getAsJsonObject("fields").getAsJsonObject("resolution").get("name").getAsString()).isEqualTo("Duplicate");
        assertThat(issue.getAsJsonObject("fields").getAsJsonObject("comment").get("total").getAsInt()).isEqualTo(1);
        JsonObject history = issue.getAsJsonObject("changelog").getAsJsonArray("histories").get(0).getAsJsonObject();
        assertThat(texts(history.getAsJsonArray("items"), "field")).containsExactlyInAnyOrder("status", "resolution");
        assertThat(history.getAsJsonObject("author").get("name").getAsString()).isEqualTo("developer");
    }

    @Test
    void anUnknownTransitionIsABadRequest() throws Exception {
        assertThat(transition("developer", newIssue(), "99")).isEqualTo(400);
    }

    @Test
    void wrongFieldsAreNamedAllAtOnce() throws Exception {
        RestJira.Reply reply = jira.call("developer", "POST", ISSUE, """
                {"fields":{"project":{"key":"DEMO"},"issuetype":{"name":"Epos"},"summary":" ","colour":"red","assignee":{"name":"viewer"}}}""");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.object().getAsJsonObject("errors").keySet()).containsExactlyInAnyOrder("issuetype", "summary", "colour", "assignee");
    }

    @Test
    void aCommentForARoleIsReadByThatRoleOnly() throws Exception {
        String key = newIssue();
        JsonObject comment = jira.call("developer", "POST", ISSUE + "/" + key + "/comment", """
                {"body":"between us","visibility":{"type":"role","value":"Developers"}}""").object();
        String path = "/rest/api/2/comment/" + comment.get("id").getAsString();
        assertThat(comment.getAsJsonObject("visibility").get("value").getAsString()).isEqualTo("Developers");
        assertThat(jira.get("developer", path).status()).isEqualTo(200);
        assertThat(jira.get("viewer", path).status()).isEqualTo(404);
        assertThat(jira.get("viewer", ISSUE + "/" + key + "/comment").object().getAsJsonArray("comments")).isEmpty();
        assertThat(jira.get("viewer", ISSUE + "/" + key).object().getAsJsonObject("fields").getAsJsonObject("comment").get("total").getAsInt()).isZero();
    }

    @Test
    void nobodyRestrictsACommentToWhatTheyAreNotIn() throws Exception {
        RestJira.Reply reply = jira.call("developer", "POST", ISSUE + "/DEMO-2/comment", """
                {"body":"x","visibility":{"type":"group","value":"jira-administrators"}}""");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.object().getAsJsonObject("errors").has("commentLevel")).isTrue();
    }

    @Test
    void oneEditsOnesOwnCommentsAndAdministratorsEditAll() throws Exception {
        String key = newIssue();
        String id = jira.call("developer", "POST", ISSUE + "/" + key + "/comment", "{\"body\":\"one\"}").object().get("id").getAsString();
        assertThat(jira.call("developer", "PUT", "/rest/api/2/comment/" + id, "{\"body\":\"two\"}").status()).isEqualTo(200);
        assertThat(jira.call("viewer", "PUT", "/rest/api/2/comment/" + id, "{\"body\":\"three\"}").status()).isEqualTo(403);
        assertThat(jira.call("project-admin", "PUT", ISSUE + "/" + key + "/comment/" + id, "{\"body\":\"four\"}").status()).isEqualTo(200);
        assertThat(jira.call("developer", "DELETE", "/rest/api/2/comment/" + id, null).status()).isEqualTo(204);
        assertThat(jira.get("developer", "/rest/api/2/comment/" + id).status()).isEqualTo(404);
    }

    @Test
    void anAssigneeMustBeAssignable() throws Exception {
        String key = newIssue();
        assertThat(jira.call("developer", "PUT", ISSUE + "/" + key + "/assignee", "{\"name\":\"project-admin\"}").status()).isEqualTo(204);
        assertThat(jira.call("developer", "PUT", ISSUE + "/" + key + "/assignee", "{\"name\":\"outsider\"}").status()).isEqualTo(400);
        assertThat(jira.call("developer", "PUT", ISSUE + "/" + key + "/assignee", "{\"name\":null}").status()).isEqualTo(204);
        assertThat(jira.get("developer", ISSUE + "/" + key).object().getAsJsonObject("fields").get("assignee").isJsonNull()).isTrue();
    }

    @Test
    void propertiesAreMadeReplacedReadAndDeleted() throws Exception {
        String path = ISSUE + "/" + newIssue() + "/properties/intercom.links";
        assertThat(jira.call("developer", "PUT", path, "{\"count\":1}").status()).isEqualTo(201);
        assertThat(jira.call("developer", "PUT", path, "{\"count\":2}").status()).isEqualTo(200);
        assertThat(jira.get("viewer", path).object().getAsJsonObject("value").get("count").getAsInt()).isEqualTo(2);
        assertThat(jira.call("viewer", "PUT", path, "{}").status()).isEqualTo(403);
        assertThat(jira.call("developer", "PUT", path, "\"" + "x".repeat(32_767) + "\"").status()).isEqualTo(400);
        assertThat(jira.call("developer", "PUT", path, "{broken").status()).isEqualTo(400);
        assertThat(jira.call("developer", "DELETE", path, null).status()).isEqualTo(204);
        assertThat(jira.get("viewer", path).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "key = DEMO-1|DEMO-1",
        "project = OPS order by key asc|OPS-1 OPS-2 OPS-3",
        "key in (DEMO-4, OPS-1) ORDER BY key DESC|OPS-1 DEMO-4",
        "project = DEMO and assignee = currentUser() order by created asc, key asc|DEMO-9",
        "text ~ \"voucher total\"|DEMO-1",
        "project = DEMO AND (key = DEMO-2 OR summary ~ invoice) order by key|DEMO-2 DEMO-4",
        "project = OPS and assignee is not EMPTY|OPS-1",
        "project = OPS and not status in (Done, \"In Progress\") and priority = Low|OPS-3",
        "project = OPS and created > -1d and updated < 2d and type != Task|OPS-2"})
    void queriesFindWhatTheySay(String jql, String keys) throws Exception {
        assertThat(String.join(" ", found("admin", jql))).isEqualTo(keys);
    }

    @Test
    void searchesFindOnlyWhatOneMaySee() throws Exception {
        assertThat(found("outsider", "")).allMatch(key -> key.startsWith("OPS-")).hasSize(3);
        assertThat(found(null, "")).isEmpty();
        assertThat(search("outsider", "project = DEMO").status()).isEqualTo(400);
        assertThat(search("outsider", "project = DEMO").toString()).isEqualTo(search("outsider", "project = NONE").toString().replace("NONE", "DEMO"));
        assertThat(search("admin", "colour = red").object().getAsJsonArray("errorMessages").get(0).getAsString()).startsWith("Field 'colour' does not exist");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"project =", "project DEMO", "(project = DEMO", "project = DEMO key = DEMO-1", "order by colour", "assignee = nobody()", "created > tomorrow"})
    void badQueriesAreBadRequests(String jql) throws Exception {
        assertThat(search("admin", jql).status()).isEqualTo(400);
    }

    @Test
    void searchesGoByPages() throws Exception {
        JsonObject page = jira.call("viewer", "POST", "/rest/api/2/search", """
                {"jql":"project = DEMO order by key","startAt":2,"maxResults":2,"fields":["summary"]}""").object();
        assertThat(texts(page.getAsJsonArray("issues"), "key")).containsExactly("DEMO-3", "DEMO-4");
        assertThat(page.get("total").getAsInt()).isGreaterThanOrEqualTo(10);
        assertThat(page.getAsJsonArray("issues").get(0).getAsJsonObject().getAsJsonObject("fields").keySet()).containsExactly("summary");
    }

    @Test
    void aTokenStandsForItsOwnerUntilItIsRevoked() throws Exception {
        JsonObject token = jira.call("viewer", "POST", "/rest/pat/latest/tokens", "{\"name\":\"script\",\"expirationDuration\":90}").object();
        String bearer = "Bearer " + token.get("rawToken").getAsString();
        assertThat(jira.send(bearer, "GET", "/rest/api/2/myself", null, null).object().get("name").getAsString()).isEqualTo("viewer");
        assertThat(jira.get("viewer", "/rest/pat/latest/tokens").toString()).contains("script").doesNotContain(token.get("rawToken").getAsString());
        String path = "/rest/pat/latest/tokens/" + token.get("id").getAsString();
        assertThat(jira.call("developer", "DELETE", path, null).status()).isEqualTo(404);
        assertThat(jira.call("viewer", "DELETE", path, null).status()).isEqualTo(204);
        assertThat(jira.side().byAccessToken(token.get("rawToken").getAsString())).isEmpty();
    }

    @Test
    void formsOfForeignPagesAreRefused() throws Exception {
        assertThat(jira.send(null, "POST", ISSUE, "a=b", "application/x-www-form-urlencoded").status()).isEqualTo(403);
        assertThat(jira.send(null, "POST", ISSUE, "{}", "text/plain").status()).isEqualTo(403);
    }

    @Test
    void anonymousAndProjectsAndPeopleAreAnsweredAsJiraDoes() throws Exception {
        assertThat(jira.get(null, "/rest/api/2/myself").status()).isEqualTo(401);
        assertThat(jira.get(null, "/rest/api/2/serverInfo").status()).isEqualTo(200);
        assertThat(texts(jira.get("viewer", "/rest/api/2/project").body().getAsJsonArray(), "key")).containsExactly("DEMO");
        assertThat(jira.get("viewer", "/rest/api/2/project/OPS").status()).isEqualTo(404);
        assertThat(texts(jira.get("admin", "/rest/api/2/user/assignable/search?project=DEMO").body().getAsJsonArray(), "name"))
                .containsExactlyInAnyOrder("admin", "project-admin", "developer");
        assertThat(jira.get("viewer", "/rest/api/2/no/such/path").status()).isEqualTo(404);
        assertThat(jira.call("viewer", "PUT", "/rest/api/2/myself", "{}").status()).isEqualTo(405);
    }

    @Test
    void rolesAreNamedToThoseWhoSeeTheProjectAndFilledForItsAdministrators() throws Exception {
        JsonObject roles = jira.get("developer", "/rest/api/2/project/DEMO/role").object();
        String address = roles.get("Administrators").getAsString();
        String path = address.substring(address.indexOf("/rest/"));
        assertThat(roles.keySet()).containsExactly("Administrators", "Developers", "Users");
        assertThat(texts(jira.get("project-admin", path).object().getAsJsonArray("actors"), "name")).containsExactly("jira-administrators", "project-admin");
        assertThat(jira.get("developer", path).status()).isEqualTo(403);
        assertThat(jira.get("outsider", path).status()).isEqualTo(404);
    }

    @Test
    void onlyAdministratorsDeleteAProjectAndListenersHearOfIt() throws Exception {
        assertThat(jira.call("developer", "DELETE", "/rest/api/2/project/EXTRA", null).status()).isEqualTo(403);
        assertThat(jira.call("admin", "DELETE", "/rest/api/2/project/EXTRA", null).status()).isEqualTo(204);
        assertThat(jira.get("admin", "/rest/api/2/project/EXTRA").status()).isEqualTo(404);
        assertThat(jira.heard()).filteredOn(ProjectDeletedEvent.class::isInstance).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "POST|/rest/api/2/issue|{\"fields\":[]}", "POST|/rest/api/2/issue|{broken", "POST|/rest/api/2/issue|[]",
        "POST|/rest/api/2/issue/DEMO-6/transitions|{}", "POST|/rest/api/2/issue/DEMO-6/transitions|{\"transition\":\"31\"}",
        "PUT|/rest/api/2/issue/DEMO-6|{\"update\":{\"comment\":{\"add\":{}}}}", "PUT|/rest/api/2/issue/DEMO-6|{\"fields\":{\"summary\":[1]}}",
        "POST|/rest/api/2/issue/DEMO-6/comment|{\"body\":{}}", "POST|/rest/api/2/issue/DEMO-6/comment|{\"body\":\" \"}",
        "POST|/rest/api/2/search|{\"maxResults\":\"many\"}", "POST|/rest/pat/latest/tokens|{\"name\":\"t\",\"expirationDuration\":-1}"})
    void bodiesOfTheWrongShapeAreBadRequests(String method, String path, String body) throws Exception {
        assertThat(jira.call("admin", method, path, body).status()).isEqualTo(400);
    }

    private static String newIssue() throws Exception {
        RestJira.Reply reply = jira.call("project-admin", "POST", ISSUE, """
                {"fields":{"project":{"key":"DEMO"},"issuetype":{"name":"Bug"},"summary":"A new one","description":"text"}}""");
        assertThat(reply.status()).isEqualTo(201);
        return reply.object().get("key").getAsString();
    }

    private static int transition(String user, String key, String id) throws Exception {
        return jira.call(user, "POST", ISSUE + "/" + key + "/transitions", "{\"transition\":{\"id\":" + id + "}}").status();
    }

    private static RestJira.Reply search(String user, String jql) throws Exception {
        return jira.get(user, "/rest/api/2/search?jql=" + URLEncoder.encode(jql, StandardCharsets.UTF_8));
    }

    private static List<String> found(String user, String jql) throws Exception {
        return texts(search(user, jql).object().getAsJsonArray("issues"), "key");
    }

    private static List<String> texts(Iterable<JsonElement> objects, String member) {
        return StreamSupport.stream(objects.spliterator(), false).map(object -> object.getAsJsonObject().get(member).getAsString()).toList();
    }
}
