package org.intercomjira.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FaultTest extends SimulatorTest {

    @ParameterizedTest
    @CsvSource({
        "unauthorized, 401, unauthorized, Access Token Invalid",
        "forbidden_scope, 403, forbidden, You do not have the required scope (write_conversations) to access this resource",
        "forbidden, 403, forbidden, Admin does not have access to this conversation",
        "plan_restricted, 403, api_plan_restricted, Active subscription needed.",
        "status, 500, server_error, Internal Server Error"})
    void aRefusalIsAnsweredInPlaceOfTheApi(String kind, int status, String code, String message) throws IOException {
        fault("\"kind\":\"" + kind + "\",\"times\":1");

        Browser.Answer refused = note(CHECKOUT, "never stored");
        assertThat(refused.status()).isEqualTo(status);
        assertThat(refused.errorCode()).isEqualTo(code);
        assertThat(refused.errorMessage()).isEqualTo(message);
        assertThat(conversation(CHECKOUT).toString()).doesNotContain("never stored");
    }

    @Test
    void aFaultMayNameItsOwnStatusAndCode() throws IOException {
        fault("\"kind\":\"unauthorized\",\"code\":\"token_suspended\"");
        fault("\"kind\":\"status\",\"status\":503,\"code\":\"service_unavailable\",\"method\":\"POST\"");

        assertThat(app.get("/us/me").errorCode()).isEqualTo("token_suspended");
    }

    @Test
    void aFaultHitsItsMethodAndPathOnly() throws IOException {
        fault("\"kind\":\"status\",\"status\":502,\"method\":\"POST\",\"path\":\"/conversations/\\\\d+/reply$\"");

        assertThat(app.get("/us/conversations/" + CHECKOUT).status()).isEqualTo(200);
        assertThat(manage(CLOSED, "\"message_type\":\"open\"").status()).isEqualTo(200);
        assertThat(note(CHECKOUT, "x").status()).isEqualTo(502);
    }

    @Test
    void aFaultWearsOff() throws IOException {
        fault("\"kind\":\"status\",\"times\":2");

        assertThat(app.get("/us/me").status()).isEqualTo(500);
        assertThat(app.get("/us/me").status()).isEqualTo(500);
        assertThat(app.get("/us/me").status()).isEqualTo(200);
        assertThat(app.get("/control/faults").json().getAsJsonArray("faults")).isEmpty();
    }

    @Test
    void aFaultOfRateZeroNeverStrikesAndOfRateOneAlways() throws IOException {
        fault("\"kind\":\"status\",\"rate\":0");
        assertThat(app.get("/us/me").status()).isEqualTo(200);
        fault("\"kind\":\"status\",\"rate\":1");
        assertThat(app.get("/us/me").status()).isEqualTo(500);
    }

    @Test
    void faultsAreTakenBack() throws IOException {
        fault("\"kind\":\"down\"");
        app.delete("/control/faults", "");

        assertThat(app.get("/us/me").status()).isEqualTo(200);
    }

    @Test
    void latencyDelaysTheAnswer() throws IOException {
        fault("\"kind\":\"latency\",\"delayMs\":300,\"times\":1");
        long asked = System.nanoTime();

        assertThat(app.get("/us/me").status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(Duration.ofMillis(290));
    }

    @Test
    void aHangingCallHasStoredItsNoteOnce() throws IOException {
        fault("\"kind\":\"hang_after_store\",\"times\":1,\"delayMs\":600000,\"method\":\"POST\"");
        app.withPatience(Duration.ofMinutes(10));

        CompletableFuture<?> hanging = CompletableFuture.runAsync(() -> assertThatThrownBy(() -> note(CHECKOUT, "stored in silence")).isInstanceOf(IOException.class));

        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(conversation(CHECKOUT).toString()).containsOnlyOnce("stored in silence"));
        assertThat(hanging).isNotDone();
    }

    @Test
    void aHangEndsWithAClosedConnection() throws IOException {
        fault("\"kind\":\"hang_after_store\",\"times\":1,\"delayMs\":200,\"method\":\"POST\"");

        assertThatThrownBy(() -> note(CHECKOUT, "x")).isInstanceOf(IOException.class).isNotInstanceOf(HttpTimeoutException.class);
    }

    @Test
    void aStalledAnswerHasItsHeadAndHalfOfItsBodyAndThenEnds() throws IOException {
        fault("\"kind\":\"stall_body\",\"times\":1,\"delayMs\":300,\"path\":\"/token$\"");
        HttpURLConnection call = (HttpURLConnection) simulator.address().resolve("/us/auth/eagle/token").toURL().openConnection();
        call.setDoOutput(true);
        call.getOutputStream().write("code=x&client_id=demo-client&client_secret=wrong".getBytes(StandardCharsets.UTF_8));
        long asked = System.nanoTime();

        assertThat(call.getResponseCode()).isBetween(400, 499);
        int half = call.getContentLength() / 2;
        InputStream body = call.getErrorStream();

        assertThat(body.readNBytes(half)).hasSize(half);
        assertThat(body.readAllBytes()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - asked)).isGreaterThanOrEqualTo(Duration.ofMillis(290));
    }

    @Test
    void aStalledNoteIsStored() throws IOException {
        fault("\"kind\":\"stall_body\",\"times\":1,\"delayMs\":200,\"method\":\"POST\"");

        assertThatThrownBy(() -> note(CHECKOUT, "half answered")).isInstanceOf(IOException.class);

        assertThat(conversation(CHECKOUT).toString()).containsOnlyOnce("half answered");
    }

    @Test
    void aCutBeforeStoresNothingAndAfterStoresTheNote() throws IOException {
        fault("\"kind\":\"cut\",\"times\":1,\"method\":\"POST\",\"when\":\"before\"");
        assertThatThrownBy(() -> note(CHECKOUT, "cut before")).isInstanceOf(IOException.class);
        fault("\"kind\":\"cut\",\"times\":1,\"method\":\"POST\",\"when\":\"after\"");
        assertThatThrownBy(() -> note(CHECKOUT, "cut after")).isInstanceOf(IOException.class);

        assertThat(conversation(CHECKOUT).toString()).contains("cut after").doesNotContain("cut before");
    }

    @Test
    void aNoteMayBeStoredLongAfterItsCallHasEnded() throws IOException {
        fault("\"kind\":\"stored_late\",\"times\":1,\"delayMs\":1500,\"method\":\"POST\"");

        assertThatThrownBy(() -> note(CHECKOUT, "stored late")).isInstanceOf(IOException.class);
        assertThat(conversation(CHECKOUT).toString()).doesNotContain("stored late");
        await().atMost(Duration.ofMinutes(1)).untilAsserted(() -> assertThat(conversation(CHECKOUT).toString()).containsOnlyOnce("stored late"));
    }

    @Test
    void aReadMayNotShowWhatWasStoredJustBefore() throws IOException {
        note(CHECKOUT, "stored and not shown");
        fault("\"kind\":\"stale_read\",\"times\":1,\"delayMs\":600000,\"method\":\"GET\"");

        Browser.Answer stale = app.get("/us/conversations/" + CHECKOUT);
        JsonObject fresh = app.get("/us/conversations/" + CHECKOUT).json();
        assertThat(stale.status()).isEqualTo(200);
        assertThat(stale.header("X-RateLimit-Remaining")).isNotBlank();
        assertThat(stale.text()).doesNotContain("stored and not shown");
        assertThat(fresh.toString()).contains("stored and not shown");
        JsonObject shown = stale.json().getAsJsonObject("conversation_parts");
        assertThat(shown.getAsJsonArray("conversation_parts")).hasSize(shown.get("total_count").getAsInt())
                .hasSize(fresh.getAsJsonObject("conversation_parts").get("total_count").getAsInt() - 1);
    }

    @Test
    void aStaleReadShowsWhatIsOldEnoughAndLeavesOtherAnswersAlone() throws IOException {
        note(CHECKOUT, "old enough");
        fault("\"kind\":\"stale_read\",\"delayMs\":0");

        assertThat(app.get("/us/conversations/" + CHECKOUT).text()).contains("old enough");
        assertThat(app.get("/us/me").status()).isEqualTo(200);
        assertThat(app.get("/us/conversations/1").errorCode()).isEqualTo("not_found");
    }

    @Test
    void anErrorAfterStoringLeavesTheNoteThereAndOneBeforeDoesNot() throws IOException {
        fault("\"kind\":\"status\",\"status\":503,\"times\":1,\"method\":\"POST\"");
        assertThat(note(CHECKOUT, "refused before").status()).isEqualTo(503);
        fault("\"kind\":\"status\",\"status\":503,\"times\":1,\"method\":\"POST\",\"when\":\"after\"");
        assertThat(note(CHECKOUT, "refused after").status()).isEqualTo(503);

        assertThat(conversation(CHECKOUT).toString()).contains("refused after").doesNotContain("refused before");
    }

    @Test
    void whenIntercomIsDownOnlyTheControlAddressAnswers() throws IOException {
        fault("\"kind\":\"down\"");

        assertThatThrownBy(() -> app.get("/us/me")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> app.exchange("x")).isInstanceOf(IOException.class);
        assertThat(app.get("/control/faults").status()).isEqualTo(200);
    }

    @Test
    void aRateLimitOnDemandSaysWhenItEnds() throws IOException {
        fault("\"kind\":\"rate_limit\",\"times\":1");

        long asked = Instant.now().getEpochSecond();
        Browser.Answer refused = app.get("/us/me");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.errorCode()).isEqualTo("rate_limit_exceeded");
        assertThat(refused.header("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(Long.parseLong(refused.header("X-RateLimit-Reset"))).isBetween(asked, Instant.now().getEpochSecond() + 11);
    }

    @Test
    void theWindowCountsDownToARefusal() throws IOException {
        // One window from 1970 to 2286: none ends between two calls.
        app.put("/control/rate-limit", "{\"limit\":2,\"windowSeconds\":9999999999}");

        assertThat(app.get("/us/me").header("X-RateLimit-Remaining")).isEqualTo("1");
        assertThat(app.get("/us/nothing").header("X-RateLimit-Remaining")).isEqualTo("0");
        Browser.Answer refused = note(CHECKOUT, "x");
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.header("X-RateLimit-Limit")).isEqualTo("2");
        assertThat(new Browser(simulator).connectedAs("us", "second01", "5117691").get("/us/me").status()).as("each workspace has its own").isEqualTo(200);
    }

    @Test
    void theHistoryTellsWhatWasAskedAndNeverTheToken() throws IOException {
        app.delete("/control/requests", "");
        fault("\"kind\":\"cut\",\"times\":1,\"method\":\"PUT\"");
        note(CHECKOUT, "remember me");
        assertThatThrownBy(() -> app.put("/us/conversations/" + CHECKOUT, "{}")).isInstanceOf(IOException.class);

        JsonArray requests = app.get("/control/requests?path=" + CHECKOUT).json().getAsJsonArray("requests");
        assertThat(requests).hasSize(2);
        JsonObject first = requests.get(0).getAsJsonObject();
        assertThat(member(first, "body")).contains("remember me");
        assertThat(first.get("status").getAsInt()).isEqualTo(200);
        assertThat(member(first, "workspace")).isEqualTo("ecahpwf5");
        assertThat(member(first, "teammate")).isEqualTo("5017691");
        assertThat(member(first, "tokenSha256")).matches("[0-9a-f]{64}");
        JsonObject second = requests.get(1).getAsJsonObject();
        assertThat(second.get("status").isJsonNull()).isTrue();
        assertThat(member(second, "fault")).isEqualTo("cut");
        String since = "&since=" + member(first, "sequence");
        assertThat(app.get("/control/requests?path=" + CHECKOUT + since).json().getAsJsonArray("requests")).hasSize(1);
    }

    @Test
    void theHistoryKeepsNoClientSecret() throws IOException {
        assertThat(app.get("/control/requests?path=token").text()).contains("/us/auth/eagle/token").doesNotContain("demo-client-secret-canary");
    }

    @Test
    void aFaultThatDoesNotExistIsRefused() throws IOException {
        assertThat(app.post("/control/faults", "{\"kind\":\"plague\"}").status()).isEqualTo(400);
        assertThat(app.post("/control/faults", "{\"kind\":\"down\",\"path\":\"(\"}").status()).isEqualTo(400);
    }

    private void fault(String members) throws IOException {
        assertThat(app.post("/control/faults", "{" + members + "}").status()).isEqualTo(201);
    }
}
