package org.intercomjira.embedded.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginTest extends ServedPages {
    @Test
    void nobodyActsWithoutCredentials() {
        assertThat(server.browser().get("/whoami").body()).isEqualTo("nobody/null");
    }

    @Test
    void theLoginPageStartsASession() {
        assertThat(server.browser().logIn("developer").get("/whoami").body()).isEqualTo("developer/developer");
    }

    @Test
    void aWrongPasswordStartsNoSession() {
        Browser browser = server.browser();
        HttpResponse<String> answer = browser.post("/login.jsp", Map.of("os_username", "developer", "os_password", "wrong"));
        assertThat(answer.body()).contains("incorrect");
        assertThat(answer.headers().firstValue("X-Seraph-LoginReason")).hasValue("AUTHENTICATED_FAILED");
        assertThat(browser.get("/whoami").body()).isEqualTo("nobody/null");
    }

    @Test
    void theUserOfOneRequestDoesNotActInTheNext() {
        Browser developer = server.browser().logIn("developer");
        for (int i = 0; i < 20; i++) {
            developer.get("/whoami");
            assertThat(server.browser().get("/whoami").body()).isEqualTo("nobody/null");
        }
    }

    @Test
    void theSessionGetsANewIdAtLogin() {
        Browser browser = server.browser().logIn("viewer");
        String before = browser.cookie("JSESSIONID").orElseThrow();
        browser.logIn("developer");
        assertThat(browser.cookie("JSESSIONID")).isPresent().get().isNotEqualTo(before);
        assertThat(server.browser().get("/whoami", "Cookie", "JSESSIONID=" + before).body()).isEqualTo("nobody/null");
    }

    @ParameterizedTest
    @CsvSource({"/browse/DEMO-1,/jira/browse/DEMO-1", "/jira/browse/DEMO-1?a=b,/jira/browse/DEMO-1?a=b", "/plugins/servlet/x?a=b&c=d,/jira/plugins/servlet/x?a=b&c=d"})
    void theLoginLeadsBack(String destination, String location) {
        assertThat(locationAfterLogin(destination)).isEqualTo(location);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example/", "/\\evil.example", "\\\\evil.example", "/../evil", "/jira/../evil", "javascript:alert(1)", "http://127.0.0.1.evil.example/jira/", ""})
    void theLoginNeverLeadsOutside(String destination) {
        assertThat(locationAfterLogin(destination)).isEqualTo("/jira/secure/Dashboard.jspa");
    }

    @Test
    void anAddressOfThisJiraIsAWayBackToo() {
        assertThat(locationAfterLogin(server.address() + "/browse/DEMO-1")).isEqualTo("/jira/browse/DEMO-1");
    }

    @Test
    void basicCredentialsActForOneRequest() {
        Browser browser = server.browser();
        assertThat(browser.get("/whoami", "Authorization", basic("developer", "developer")).body()).isEqualTo("developer/developer");
        assertThat(browser.get("/whoami").body()).isEqualTo("nobody/null");
    }

    @Test
    void aPersonalAccessTokenActsForItsOwner() {
        assertThat(server.browser().get("/whoami", "Authorization", "Bearer token-of-developer").body()).isEqualTo("developer/developer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic !!!", "Basic bm9jb2xvbg==", "Bearer unknown"})
    void credentialsThatDoNotFitAreRefused(String header) {
        assertThat(server.browser().get("/whoami", "Authorization", header).statusCode()).isEqualTo(401);
    }

    @Test
    void aWrongPasswordInTheHeaderIsRefused() {
        HttpResponse<String> answer = server.browser().get("/whoami", "Authorization", basic("developer", "wrong"));
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("X-Seraph-LoginReason")).hasValue("AUTHENTICATED_FAILED");
    }

    @Test
    void logoutNeedsTheTokenOrAQuestion() {
        Browser browser = server.browser().logIn("developer");
        assertThat(browser.get("/logout").body()).contains("Log out of Jira?");
        assertThat(browser.get("/whoami").body()).isEqualTo("developer/developer");
        browser.get("/logout?atl_token=" + browser.token());
        assertThat(browser.get("/whoami").body()).isEqualTo("nobody/null");
    }

    @Test
    void theSessionResourceLogsInTellsAndLogsOut() {
        Browser browser = server.browser();
        assertThat(browser.get("/rest/auth/1/session").statusCode()).isEqualTo(401);
        HttpResponse<String> login = browser.send("POST", "/rest/auth/1/session", "{\"username\":\"viewer\",\"password\":\"viewer\"}");
        assertThat(login.statusCode()).isEqualTo(200);
        assertThat(login.body()).contains("\"name\":\"JSESSIONID\"", browser.cookie("JSESSIONID").orElseThrow());
        assertThat(browser.get("/rest/auth/1/session").body()).contains("\"name\":\"viewer\"");
        assertThat(browser.send("DELETE", "/rest/auth/1/session", "").statusCode()).isEqualTo(204);
        assertThat(browser.get("/rest/auth/1/session").statusCode()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"username\":\"viewer\",\"password\":\"no\"}", "{}", "[]", "", "null", "{\"username\":null,\"password\":3}"})
    void theSessionResourceRefusesWhatDoesNotFit(String body) {
        assertThat(server.browser().send("POST", "/rest/auth/1/session", body).statusCode()).isEqualTo(401);
    }

    private String locationAfterLogin(String destination) {
        return server.browser().post("/login.jsp", Map.of("os_username", "viewer", "os_password", "viewer", "os_destination", destination))
                .headers().firstValue("Location").orElseThrow();
    }

    private static String basic(String name, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((name + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
