package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.ValidationReport;
import java.util.Map;
import java.util.stream.Stream;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.IntercomPlugin;
import org.intercomjira.acceptance.face.Reply;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Folders;
import org.intercomjira.acceptance.host.Servers;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The answers have the shape that {@code docs/openapi.yaml} describes. */
@ExtendWith(Servers.class)
class OpenApiStoryTest {
    private static OpenApiInteractionValidator validator;
    private static LinkedIssue linked;
    private final Scene scene;

    OpenApiStoryTest(Site site) {
        this.scene = new Scene(site);
    }

    /** @param path {@code ISSUE} and {@code CONVERSATION} stand for a linked pair */
    record Call(Account account, String method, String path, String body, int status) {
        @Override
        public String toString() {
            return account.userName() + " " + method + " " + path + " = " + status;
        }
    }

    @BeforeAll
    static void readTheDescription() {
        validator = OpenApiInteractionValidator.createFor(Folders.document("openapi.yaml").toString()).withBasePathOverride("/").build();
    }

    @BeforeEach
    void link() {
        scene.connectedBy(Teammate.JIRA_APP);
        if (linked == null) {
            linked = scene.linkedIssue("Held against the description");
        }
    }

    static Stream<Call> calls() {
        return Stream.of(
                get(Account.PROJECT_ADMIN, "/projects/DEMO/connection"), get(Account.PROJECT_ADMIN, "/projects/DEMO/settings"),
                new Call(Account.PROJECT_ADMIN, "PUT", "/projects/DEMO/settings", "{\"conversationLinking\":{\"enabled\":true}}", 200),
                get(Account.PROJECT_ADMIN, "/projects/DEMO/attributes"), get(Account.VIEWER, "/projects/DEMO/report"),
                get(Account.ADMIN, "/projects/OPS/connection"),
                new Call(Account.PROJECT_ADMIN, "POST", "/projects/DEMO/connection", "{\"region\":\"US\"}", 200),
                get(Account.VIEWER, "/issues/ISSUE/links"), get(Account.VIEWER, "/issues/ISSUE/conversations/CONVERSATION"),
                new Call(Account.VIEWER, "POST", "/issues/ISSUE/links/refresh", "{}", 202),
                get(Account.VIEWER, "/issues/ISSUE/conversations/CONVERSATION/parts"),
                new Call(Account.DEVELOPER, "POST", "/issues/ISSUE/conversations/CONVERSATION/parts", "{\"type\":\"note\",\"body\":\"Noted\"}", 202),
                get(Account.VIEWER, "/conversations/CONVERSATION/issues"), get(Account.DEVELOPER, "/conversations?projectKey=DEMO&query=description"),
                new Call(Account.DEVELOPER, "DELETE", "/issues/DEMO-2/links/1", "", 404), new Call(Account.DEVELOPER, "POST", "/issues/ISSUE/links", "{\"conversation\":\"CONVERSATION\"}", 409),
                get(Account.ADMIN, "/admin/settings"), get(Account.ADMIN, "/admin/connections"), get(Account.ADMIN, "/admin/deliveries"),
                get(Account.ADMIN, "/admin/deliveries/stopped"), new Call(Account.ADMIN, "PUT", "/admin/deliveries/stopped", "{\"stopped\":false}", 200),
                new Call(Account.ADMIN, "POST", "/admin/deliveries/retry", "{\"reason\":\"none\"}", 200),
                new Call(Account.ADMIN, "POST", "/admin/deliveries/discard", "{\"reason\":\"none\"}", 200),
                new Call(Account.ADMIN, "POST", "/admin/deliveries/0/retry", "{}", 404), new Call(Account.VIEWER, "GET", "/admin/settings", "", 403));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void theAnswerIsAsDescribed(Call call) {
        IntercomPlugin plugin = scene.pluginAs(call.account());
        String path = filled(call.path());
        Reply reply = plugin.send(call.method(), path, filled(call.body())).expect(call.status());
        SimpleResponse response = SimpleResponse.Builder.status(reply.status()).withContentType(reply.contentType().orElseThrow()).withBody(reply.body()).build();
        ValidationReport report = validator.validateResponse(path.replaceFirst("\\?.*", ""), Request.Method.valueOf(call.method()), response);
        assertThat(report.getMessages().stream().filter(message -> message.getLevel() == ValidationReport.Level.ERROR)).as(reply.body()).isEmpty();
    }

    private static String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> value : Map.of("ISSUE", linked.issue(), "CONVERSATION", linked.conversation()).entrySet()) {
            filled = filled.replace(value.getKey(), value.getValue());
        }
        return filled;
    }

    private static Call get(Account account, String path) {
        return new Call(account, "GET", path, "", 200);
    }
}
