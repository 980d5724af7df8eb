package org.intercomjira.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorTest extends SimulatorTest {

    @Test
    void everyErrorIsAListWithARequestId() throws IOException {
        JsonObject body = app.get("/us/conversations/215000000000000").json();

        assertThat(member(body, "type")).isEqualTo("error.list");
        assertThat(member(body, "request_id")).matches("[0-9a-f-]{36}");
        assertThat(body.getAsJsonArray("errors")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "/us/conversations/215000000000000 | 404 | not_found | Resource Not Found",
        "/us/conversations/abc | 404 | not_found | Resource Not Found",
        "/us/contacts/ffffffffffffffffffffffff | 404 | not_found | User Not Found",
        "/us/contacts/ffffffffffffffffffffffff/companies | 404 | not_found | User Not Found",
        "/us/admins/1 | 404 | admin_not_found | Admin not found",
        "/us/conversations?per_page=151 | 400 | parameter_invalid | per_page must be between 1 and 150",
        "/us/conversations?starting_after=nonsense | 400 | client_error | starting_after is not a valid cursor",
        "/us/nothing | 404 | not_found | Resource Not Found"})
    void readingNamesItsProblem(String path, int status, String code, String message) throws IOException {
        Browser.Answer answer = app.get(path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errorCode()).isEqualTo(code);
        assertThat(answer.errorMessage()).isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "{\"message_type\":\"note\",\"type\":\"admin\",\"admin_id\":\"5017691\"} | 400 | parameter_invalid",
        "{\"message_type\":\"note\",\"type\":\"admin\",\"admin_id\":\"5017691\",\"body\":\"<script>x</script>\"} | 400 | parameter_invalid",
        "{\"message_type\":\"note\",\"type\":\"admin\",\"body\":\"x\"} | 400 | parameter_not_found",
        "{\"message_type\":\"note\",\"type\":\"admin\",\"admin_id\":\"1\",\"body\":\"x\"} | 404 | admin_not_found",
        "{\"message_type\":\"shout\",\"type\":\"admin\",\"admin_id\":\"5017691\",\"body\":\"x\"} | 400 | parameter_invalid",
        "not json | 400 | bad_request"})
    void writingNamesItsProblem(String body, int status, String code) throws IOException {
        Browser.Answer answer = app.post("/us/conversations/" + CHECKOUT + "/reply", body);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.errorCode()).isEqualTo(code);
    }

    @Test
    void aMergedContactIsGoneAndNamesItsSuccessor() throws IOException {
        Browser control = new Browser(simulator);
        String lead = control.post("/control/conversations", "{\"contact\":{\"role\":\"lead\"}}").json().get("contact").getAsString();
        String user = control.post("/control/conversations", "{\"contact\":{\"name\":\"Ann\"}}").json().get("contact").getAsString();
        assertThat(app.get("/us/contacts/" + lead).status()).isEqualTo(200);

        assertThat(control.post("/control/contacts/" + lead + "/merge", "{\"into\":\"" + user + "\"}").status()).isEqualTo(204);

        Browser.Answer answer = app.get("/us/contacts/" + lead);
        assertThat(answer.status()).isEqualTo(410);
        assertThat(answer.errorCode()).isEqualTo("contact_merged");
        assertThat(answer.header("Link")).isEqualTo("</contacts/" + user + ">; rel=\"canonical\"");
        assertThat(app.get("/us/contacts/" + lead + "/companies").status()).isEqualTo(404);
        assertThat(member(app.get("/us/contacts/" + user).json(), "name")).isEqualTo("Ann");
    }

    @Test
    void aConversationOfAnotherWorkspaceIsNotThere() throws IOException {
        Browser second = new Browser(simulator).connectedAs("us", "second01", "5117691");

        assertThat(second.get("/us/conversations/" + CHECKOUT).status()).isEqualTo(404);
    }

    @Test
    void withoutATokenTheHeaderIsMissed() throws IOException {
        Browser.Answer answer = new Browser(simulator).get("/us/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.errorCode()).isEqualTo("missing_authorization");
    }

    @Test
    void anUnknownTokenIsInvalid() throws IOException {
        Browser.Answer answer = new Browser(simulator).withToken("guess").get("/us/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.errorCode()).isEqualTo("unauthorized");
        assertThat(answer.errorMessage()).isEqualTo("Access Token Invalid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.17", "1.5", "3.0", "latest"})
    void anUnknownVersionIsRefused(String version) throws IOException {
        Browser.Answer answer = app.withVersion(version).get("/us/me");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorCode()).isEqualTo("intercom_version_invalid");
    }

    @Test
    void theVersionDecidesHowPriorityIsWritten() throws IOException {
        assertThat(member(app.withVersion("2.16").get("/us/conversations/" + CHECKOUT).json(), "priority")).isEqualTo("none");
        assertThat(member(app.withVersion("2.15").get("/us/conversations/" + CHECKOUT).json(), "priority")).isEqualTo("not_priority");
        assertThat(member(app.withVersion("").get("/us/conversations/" + CHECKOUT).json(), "priority")).isEqualTo("none");
    }
}
