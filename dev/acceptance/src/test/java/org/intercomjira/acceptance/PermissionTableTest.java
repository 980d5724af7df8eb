package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.stream.Stream;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.Reply;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Servers;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may do what: one table. 401 not logged in, 404 not visible (as if it were not there), 403 visible but not allowed.
 * Where a call would change something, the table sends it with input that is refused only after the permission: 422, or 404 with a code of its own.
 */
@ExtendWith(Servers.class)
class PermissionTableTest {
    private static final String EMPTY = "";
    private static final String NOTHING = "{}";
    private static final String NO_CONVERSATION = "{\"conversation\":\"nonsense\"}";
    private static final String NO_JSON = "{not json";

    /** Columns in the order of {@link Account}: admin, project-admin, developer, viewer, outsider, anonymous. */
    private static final Row[] TABLE = {
        new Row("GET", "/projects/DEMO/connection", EMPTY, 200, 200, 403, 403, 404, 401),
        new Row("POST", "/projects/DEMO/connection", NO_JSON, 422, 422, 403, 403, 404, 401),
        new Row("GET", "/projects/DEMO/settings", EMPTY, 200, 200, 403, 403, 404, 401),
        new Row("PUT", "/projects/DEMO/settings", NO_JSON, 422, 422, 403, 403, 404, 401),
        new Row("GET", "/projects/DEMO/attributes", EMPTY, 200, 200, 403, 403, 404, 401),
        new Row("GET", "/projects/OPS/connection", EMPTY, 200, 403, 403, 404, 403, 401),
        new Row("DELETE", "/projects/OPS/connection", EMPTY, 204, 403, 403, 404, 403, 401),
        new Row("GET", "/projects/OPS/settings", EMPTY, 200, 403, 403, 404, 403, 401),
        new Row("PUT", "/projects/OPS/settings", NO_JSON, 422, 403, 403, 404, 403, 401),
        new Row("DELETE", "/projects/OPS/settings", EMPTY, 200, 403, 403, 404, 403, 401),
        new Row("GET", "/projects/NONE/connection", EMPTY, 404, 404, 404, 404, 404, 401),
        new Row("GET", "/issues/DEMO-1/links", EMPTY, 200, 200, 200, 200, 404, 401),
        new Row("POST", "/issues/DEMO-1/links", NO_CONVERSATION, 422, 422, 422, 403, 404, 401),
        new Row("DELETE", "/issues/DEMO-1/links/1", EMPTY, 404, 404, 404, 403, 404, 401),
        new Row("GET", "/issues/OPS-1/links", EMPTY, 200, 200, 200, 404, 200, 401),
        new Row("GET", "/issues/DEMO-99999/links", EMPTY, 404, 404, 404, 404, 404, 401),
        new Row("GET", "/projects/DEMO/report", EMPTY, 200, 200, 200, 200, 404, 401),
        new Row("GET", "/projects/OPS/report", EMPTY, 200, 200, 200, 404, 200, 401),
        new Row("GET", "/projects/NONE/report", EMPTY, 404, 404, 404, 404, 404, 401),
        new Row("GET", "/projects/DEMO/report/csv", EMPTY, 200, 200, 200, 200, 404, 401),
        new Row("POST", "/issues/DEMO-1/links/refresh", NOTHING, 202, 202, 202, 202, 404, 401),
        new Row("GET", "/issues/DEMO-1/conversations/1", EMPTY, 404, 404, 404, 404, 404, 401),
        new Row("GET", "/issues/DEMO-1/conversations/1/parts", EMPTY, 404, 404, 404, 404, 404, 401),
        new Row("POST", "/issues/DEMO-1/conversations/1/parts", NO_JSON, 422, 422, 422, 403, 404, 401),
        new Row("POST", "/issues/DEMO-1/conversations/1/parts/1/retry", NOTHING, 404, 404, 404, 403, 404, 401),
        new Row("DELETE", "/issues/DEMO-1/conversations/1/parts/1", EMPTY, 404, 404, 404, 403, 404, 401),
        new Row("GET", "/conversations?projectKey=DEMO&query=", EMPTY, 422, 422, 422, 403, 404, 401),
        new Row("GET", "/conversations?projectKey=NONE&query=x", EMPTY, 404, 404, 404, 404, 404, 401),
        new Row("GET", "/conversations/1/issues", EMPTY, 200, 200, 200, 200, 200, 401),
        new Row("GET", "/admin/settings", EMPTY, 200, 403, 403, 403, 403, 401),
        new Row("PUT", "/admin/settings", NO_JSON, 422, 403, 403, 403, 403, 401),
        new Row("GET", "/admin/connections", EMPTY, 200, 403, 403, 403, 403, 401),
        new Row("GET", "/admin/installation", EMPTY, 200, 403, 403, 403, 403, 401),
        // nothing is held
        new Row("POST", "/admin/installation/same", NOTHING, 409, 403, 403, 403, 403, 401),
        new Row("POST", "/admin/installation/copy", NOTHING, 409, 403, 403, 403, 403, 401),
        // nobody has entered the password again
        new Row("POST", "/admin/vault/new-key", "{}", 403, 403, 403, 403, 403, 401),
        new Row("GET", "/admin/deliveries", EMPTY, 200, 403, 403, 403, 403, 401),
        new Row("POST", "/admin/deliveries/0/retry", NO_JSON, 404, 403, 403, 403, 403, 401),
        new Row("POST", "/admin/deliveries/retry", NO_JSON, 422, 403, 403, 403, 403, 401),
        new Row("POST", "/admin/deliveries/discard", NO_JSON, 422, 403, 403, 403, 403, 401),
        new Row("GET", "/admin/deliveries/stopped", EMPTY, 200, 403, 403, 403, 403, 401),
        new Row("PUT", "/admin/deliveries/stopped", NO_JSON, 422, 403, 403, 403, 403, 401),
        new Row("DELETE", "/admin/deliveries/0", EMPTY, 404, 403, 403, 403, 403, 401),
    };

    private final Scene scene;
    private final Site site;

    PermissionTableTest(Site site) {
        this.site = site;
        this.scene = new Scene(site);
    }

    private record Row(String method, String path, String body, int... statuses) {
        Stream<Cell> cells() {
            return Arrays.stream(Account.values()).map(account -> new Cell(method, path, body, account, statuses[account.ordinal()]));
        }
    }

    record Cell(String method, String path, String body, Account account, int status) {
        @Override
        public String toString() {
            return account.userName() + " " + method + " " + path + " = " + status;
        }
    }

    @BeforeEach
    void connect() {
        scene.connectedBy(Teammate.JIRA_APP);
    }

    static Stream<Cell> cells() {
        return Arrays.stream(TABLE).flatMap(Row::cells);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cells")
    void everyoneGetsTheStatusOfTheTable(Cell cell) {
        Reply reply = scene.pluginAs(cell.account()).send(cell.method(), cell.path(), cell.body()).expect(cell.status());
        // Jira itself turns anonymous callers away, in words of its own.
        if (cell.status() >= 400 && cell.account() != Account.ANONYMOUS) {
            assertThat(reply.code()).isNotBlank();
            assertThat(reply.message()).isNotBlank().isNotEqualTo(reply.code());
        }
    }

    @Test
    void whatIsNotVisibleAndWhatIsNotThereCannotBeToldApart() {
        Reply hidden = scene.pluginAs(Account.OUTSIDER).links("DEMO-1").expect(404);
        Reply missing = scene.pluginAs(Account.OUTSIDER).links("DEMO-99999").expect(404);
        assertThat(hidden.body().replace("DEMO-1", "KEY")).isEqualTo(missing.body().replace("DEMO-99999", "KEY"));
    }

    @Test
    void aViewerCannotLinkEvenAConversationThatExists() {
        String issue = scene.newIssue("Only for looking");
        scene.pluginAs(Account.VIEWER).link(issue, scene.newConversation("Not for viewers")).expect(403);
        assertThat(scene.pluginAs(Account.VIEWER).linkList(issue)).isEmpty();
    }

    @Test
    void aThreadIsForThoseWhoSeeTheIssueAndItsIssuesAreThoseThatOneSees() {
        LinkedIssue linked = scene.linkedIssue("Read by those who may");
        String thread = "/issues/" + linked.issue() + "/conversations/" + linked.conversation();
        String issues = "/conversations/" + linked.conversation() + "/issues";
        scene.pluginAs(Account.VIEWER).send("GET", thread, EMPTY).expect(200);
        scene.pluginAs(Account.OUTSIDER).send("GET", thread, EMPTY).expect(404);
        assertThat(scene.pluginAs(Account.VIEWER).send("GET", issues, EMPTY).expect(200).body()).contains(linked.issue());
        assertThat(scene.pluginAs(Account.OUTSIDER).send("GET", issues, EMPTY).expect(200).body()).doesNotContain(linked.issue());
    }

    @Test
    void aReplyToTheCustomerNeedsTheProjectsLeave() {
        LinkedIssue linked = scene.linkedIssue("Nobody answers customers from here");
        Reply refused = scene.pluginAs(Account.DEVELOPER).send("POST", "/issues/" + linked.issue() + "/conversations/" + linked.conversation() + "/parts",
                "{\"type\":\"reply\",\"body\":\"Hello\"}").expect(403);
        assertThat(refused.code()).isEqualTo("part.reply_disabled");
    }

    @Test
    void aPersonalAccessTokenCountsAsItsOwner() {
        Jira developer = scene.as(Account.DEVELOPER);
        Jira byToken = developer.byAccessToken(developer.newAccessToken());
        byToken.plugin().links("DEMO-1").expect(200);
        byToken.plugin().adminSettings().expect(403);
    }

    @Test
    void aTokenThatNobodyHasIsAnonymous() {
        scene.as(Account.DEVELOPER).byAccessToken("made-up").plugin().links("DEMO-1").expect(401);
    }

    @Test
    void theClientSecretIsWriteOnly() {
        JsonObject settings = scene.pluginAs(Account.ADMIN).adminSettings().expect(200).json();
        assertThat(settings.get("clientId").getAsString()).isEqualTo("demo-client");
        assertThat(settings.has("clientSecret")).isFalse();
    }

    @Test
    void theProjectPageIsForThoseWhoAdministerTheProject() {
        site.browserOf(Account.PROJECT_ADMIN).settingsPage("DEMO").expect(200);
        assertThat(site.browserOf(Account.VIEWER).settingsPage("DEMO").status()).isEqualTo(403);
        assertThat(site.browserOf(Account.OUTSIDER).settingsPage("DEMO").status()).isEqualTo(404);
        assertThat(site.browserOf(Account.PROJECT_ADMIN).settingsPage("OPS").status()).isEqualTo(403);
        Reply anonymous = scene.as(Account.ANONYMOUS).page("/plugins/servlet/intercom/project?projectKey=DEMO");
        assertThat(anonymous.status()).isEqualTo(302);
        assertThat(anonymous.location().orElseThrow()).contains("login");
    }
}
