package org.intercomjira.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class OAuthTest extends SimulatorTest {

    private static final String QUESTION = "/us/oauth?client_id=demo-client&state=abc&redirect_uri=" + Browser.CALLBACK;

    @Test
    void theConsentPageOffersTheTeammatesOfTheRegion() throws IOException {
        Browser.Answer page = app.get(QUESTION);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("Allow", "Deny", "Sam Support", "Second Workspace").doesNotContain("Acme Europe");
        assertThat(page.text().indexOf("5017691")).as("the app user is offered first").isLessThan(page.text().indexOf("5017692"));
    }

    @Test
    void theConsentPageShowsNoMarkupFromTheState() throws IOException {
        Browser.Answer page = app.get("/us/oauth?client_id=demo-client&state=%22%3E%3Cscript%3E1&redirect_uri=" + Browser.CALLBACK);

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).doesNotContain("<script>1");
    }

    @Test
    void anUnknownAppOrAForeignRedirectAddressIsNotSentAnywhere() throws IOException {
        assertThat(app.get(QUESTION.replace("demo-client", "nobody")).status()).isEqualTo(400);
        assertThat(app.get(QUESTION.replace("localhost", "evil.example")).status()).isEqualTo(400);
        assertThat(app.get(QUESTION.replace("http://localhost", "http://127.0.0.1.evil.example")).status()).isEqualTo(400);
    }

    @Test
    void allowingSendsTheBrowserBackWithACodeThatEndsInAnEqualsSign() throws IOException {
        Browser.Answer redirect = app.consent("us", "ecahpwf5", "5017692", "allow");

        assertThat(redirect.status()).isEqualTo(302);
        assertThat(redirect.header("Location")).startsWith(Browser.CALLBACK + "?code=").contains("%3D&").endsWith("state=s+t%261");
        assertThat(Browser.codeOf(redirect)).endsWith("=");
    }

    @Test
    void denyingSendsTheBrowserBackWithoutACode() throws IOException {
        assertThat(app.consent("us", "ecahpwf5", "5017692", "deny").header("Location")).isEqualTo(Browser.CALLBACK + "?error=access_denied&state=s+t%261");
    }

    @Test
    void aWorkspaceOfAnotherRegionCannotBeChosen() throws IOException {
        assertThat(app.consent("us", "euspace1", "5217691", "allow").status()).isEqualTo(400);
    }

    @Test
    void aCodeWorksOnce() throws IOException {
        String code = Browser.codeOf(app.consent("us", "ecahpwf5", "5017692", "allow"));
        JsonObject first = app.exchange(code).json();
        Browser.Answer second = app.exchange(code);

        assertThat(member(first, "token_type")).isEqualTo("Bearer");
        assertThat(member(first, "token")).isEqualTo(member(first, "access_token"));
        assertThat(second.status()).isEqualTo(401);
        assertThat(second.errorMessage()).isEqualTo("Unauthorized Code");
    }

    @Test
    void aCodeIsWorthNothingWithAnotherSecret() throws IOException {
        String code = Browser.codeOf(app.consent("us", "ecahpwf5", "5017692", "allow"));

        assertThat(app.form("/us/auth/eagle/token", java.util.Map.of("client_id", "demo-client", "client_secret", "guess", "code", code)).status()).isEqualTo(401);
        assertThat(app.exchange(code).status()).as("the wrong secret has not used the code up").isEqualTo(200);
    }

    @Test
    void aCodeDiesAfterFiveMinutes() throws IOException {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-21T10:00:00Z"));
        try (IntercomSimulator later = IntercomSimulator.start(0, new MovableClock(now))) {
            Browser browser = new Browser(later);
            String early = Browser.codeOf(browser.consent("us", "ecahpwf5", "5017692", "allow"));
            String late = Browser.codeOf(browser.consent("us", "ecahpwf5", "5017692", "allow"));
            now.updateAndGet(time -> time.plus(Duration.ofSeconds(299)));
            assertThat(browser.exchange(early).status()).isEqualTo(200);
            now.updateAndGet(time -> time.plus(Duration.ofSeconds(2)));
            assertThat(browser.exchange(late).status()).isEqualTo(401);
        }
    }

    @Test
    void theTokenBelongsToTheTeammateWhoAllowed() throws IOException {
        Browser sam = new Browser(simulator).connectedAs("us", "ecahpwf5", "5017692");
        JsonObject me = sam.get("/us/me").json();

        assertThat(member(me, "id")).isEqualTo("5017692");
        assertThat(member(me, "name")).isEqualTo("Sam Support");
        assertThat(member(me.getAsJsonObject("app"), "id_code")).isEqualTo("ecahpwf5");
        assertThat(member(me.getAsJsonObject("app"), "region")).isEqualTo("US");
    }

    @Test
    void aTokenIsKnownInItsOwnRegionOnly() throws IOException {
        Browser europe = new Browser(simulator).connectedAs("eu", "euspace1", "5217691");

        assertThat(europe.get("/eu/me").status()).isEqualTo(200);
        assertThat(europe.get("/us/me").status()).isEqualTo(401);
    }

    @Test
    void uninstallingTakesEveryTokenOfTheWorkspaceAway() throws IOException {
        Browser sam = new Browser(simulator).connectedAs("us", "ecahpwf5", "5017692");
        Browser second = new Browser(simulator).connectedAs("us", "second01", "5117691");

        assertThat(sam.post("/us/auth/uninstall", "").status()).isEqualTo(200);

        assertThat(app.get("/us/me").errorCode()).isEqualTo("unauthorized");
        assertThat(second.get("/us/me").status()).isEqualTo(200);
    }

    @Test
    void aRevokedTokenIsRefusedWithTheChosenCode() throws IOException {
        Browser sam = new Browser(simulator).connectedAs("us", "ecahpwf5", "5017692");
        app.post("/control/tokens/revoke", "{\"workspace\":\"ecahpwf5\",\"teammate\":\"5017691\",\"code\":\"token_revoked\"}");

        assertThat(app.get("/us/me").status()).isEqualTo(401);
        assertThat(app.get("/us/me").errorCode()).isEqualTo("token_revoked");
        assertThat(sam.get("/us/me").status()).isEqualTo(200);
    }

    @Test
    void theTokenOfARemovedTeammateIsRefused() throws IOException {
        assertThat(app.delete("/control/workspaces/ecahpwf5/teammates/5017691", "").status()).isEqualTo(204);

        assertThat(app.get("/us/me").status()).isEqualTo(401);
    }

    @Test
    void aResetKeepsAppsAndTokens() throws IOException {
        app.post("/control/apps", "{\"clientId\":\"other\",\"clientSecret\":\"s\"}");
        note(CHECKOUT, "gone after the reset");

        app.post("/control/reset", "");

        assertThat(app.get("/us/me").status()).isEqualTo(200);
        assertThat(app.get(QUESTION.replace("demo-client", "other")).status()).isEqualTo(200);
        assertThat(conversation(CHECKOUT).toString()).doesNotContain("gone after the reset");
    }

    private static final class MovableClock extends Clock {

        private final AtomicReference<Instant> now;

        MovableClock(AtomicReference<Instant> now) {
            this.now = now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneId.of("UTC");
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now.get();
        }
    }
}
