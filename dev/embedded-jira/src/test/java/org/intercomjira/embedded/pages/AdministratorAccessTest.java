package org.intercomjira.embedded.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdministratorAccessTest extends ServedPages {
    private static final String PAGE = "/secure/admin/ViewApplicationProperties.jspa";

    @Test
    void anonymousPeopleLogInFirst() {
        HttpResponse<String> answer = server.browser().get(PAGE);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(location(answer)).startsWith("/jira/login.jsp").contains("os_destination=" + Browser.encode(PAGE));
    }

    @Test
    void othersThanAdministratorsAreRefused() {
        Browser browser = server.browser().logIn("project-admin");
        assertThat(browser.get(PAGE).statusCode()).isEqualTo(403);
        assertThat(browser.get("/secure/admin/WebSudoAuthenticate!default.jspa").statusCode()).isEqualTo(403);
    }

    @Test
    void administratorsEnterTheirPasswordOnceMoreAndGetBack() {
        Browser browser = server.browser().logIn("admin");
        assertThat(location(browser.get(PAGE + "?a=b"))).isEqualTo("/jira/secure/admin/WebSudoAuthenticate!default.jspa?webSudoDestination=" + Browser.encode(PAGE + "?a=b"));
        HttpResponse<String> confirmed = browser.post("/secure/admin/WebSudoAuthenticate.jspa",
                Map.of("webSudoPassword", "admin", "webSudoDestination", PAGE + "?a=b", "atl_token", browser.token()));
        assertThat(location(confirmed)).isEqualTo("/jira" + PAGE + "?a=b");
        assertThat(browser.page(PAGE).select("#websudo-banner").text()).contains("temporary access");
    }

    @Test
    void aWrongPasswordGivesNoAccess() {
        Browser browser = server.browser().logIn("admin").confirmAsAdministrator("wrong");
        assertThat(browser.get(PAGE).statusCode()).isEqualTo(302);
    }

    @Test
    void theWayBackNeverLeadsOutside() {
        Browser browser = server.browser().logIn("admin");
        HttpResponse<String> confirmed = browser.post("/secure/admin/WebSudoAuthenticate.jspa",
                Map.of("webSudoPassword", "admin", "webSudoDestination", "//evil.example/", "atl_token", browser.token()));
        assertThat(location(confirmed)).isEqualTo("/jira" + PAGE);
    }

    @Test
    void accessRunsOutTenMinutesAfterTheLastUse() {
        Browser browser = server.browser().logIn("admin").confirmAsAdministrator("admin");
        server.clock.advance(Duration.ofMinutes(9));
        assertThat(browser.get(PAGE).statusCode()).isEqualTo(200);
        server.clock.advance(Duration.ofMinutes(9));
        assertThat(browser.get(PAGE).statusCode()).isEqualTo(200);
        server.clock.advance(Duration.ofMinutes(10));
        assertThat(browser.get(PAGE).statusCode()).isEqualTo(302);
    }

    @Test
    void accessCanBeDropped() {
        Browser browser = server.browser().logIn("admin").confirmAsAdministrator("admin");
        assertThat(browser.send("DELETE", "/rest/auth/1/websudo", "").statusCode()).isEqualTo(204);
        assertThat(browser.get(PAGE).statusCode()).isEqualTo(302);
    }

    @Test
    void loggingInAnewDropsTheAccess() {
        Browser browser = server.browser().logIn("admin").confirmAsAdministrator("admin").logIn("admin");
        assertThat(browser.get(PAGE).statusCode()).isEqualTo(302);
    }

    @Test
    void aFormWithoutTheTokenIsRefused() {
        Browser browser = server.browser().logIn("admin");
        assertThat(browser.post("/secure/admin/WebSudoAuthenticate.jspa", Map.of("webSudoPassword", "admin")).statusCode()).isEqualTo(403);
        assertThat(browser.post("/secure/admin/WebSudoAuthenticate.jspa", Map.of("webSudoPassword", "admin", "atl_token", "guessed")).body()).contains("XSRF");
        assertThat(browser.get(PAGE).statusCode()).isEqualTo(302);
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none");
    }
}
