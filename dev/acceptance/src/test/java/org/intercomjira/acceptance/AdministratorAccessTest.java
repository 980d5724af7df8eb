package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Http;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.Reply;
import org.intercomjira.acceptance.face.WebPages;
import org.intercomjira.acceptance.host.Servers;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What changes something for the whole of Jira needs the administrator's password again, on the page and over REST. The calls are such that they are
 * refused for their input once they are allowed, so that none of them changes anything.
 */
@ExtendWith(Servers.class)
class AdministratorAccessTest {
    private static final String REST = "/rest/intercom/1.0";
    private static final String PAGE = "/plugins/servlet/intercom/admin";
    private static final String NO_JSON = "{not json";
    private static final Call NEW_KEY = new Call("POST", "/admin/vault/new-key", "{}", 409);
    private static final List<Call> CHANGES = List.of(
            new Call("PUT", "/admin/settings", NO_JSON, 422),
            new Call("POST", "/admin/deliveries/retry", NO_JSON, 422),
            new Call("POST", "/admin/deliveries/discard", NO_JSON, 422),
            new Call("PUT", "/admin/deliveries/stopped", NO_JSON, 422),
            new Call("POST", "/admin/deliveries/0/retry", NO_JSON, 404),
            new Call("DELETE", "/admin/deliveries/0", "", 404));
    private final Site site;
    private final WebPages browser;

    AdministratorAccessTest(Site site) {
        this.site = site;
        this.browser = new WebPages(site, Account.ADMIN);
    }

    /** @param status what it is answered with when it is allowed */
    record Call(String method, String path, String body, int status) {
        Reply by(Http http) {
            return http.send(method, REST + path, "application/json", body);
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Call> changes() {
        return Stream.concat(CHANGES.stream(), Stream.of(NEW_KEY));
    }

    @ParameterizedTest
    @MethodSource("changes")
    void aSessionAloneChangesNothing(Call change) {
        assertThat(change.by(browser.http()).expect(403).code()).isEqualTo("administration.password_again");
        browser.confirmPassword(Account.ADMIN);
        change.by(browser.http()).expect(change.status());
        browser.http().delete("/rest/auth/1/websudo").expect(204);
        assertThat(change.by(browser.http()).expect(403).code()).isEqualTo("administration.password_again");
    }

    @ParameterizedTest
    @MethodSource("changes")
    void credentialsThatComeWithASessionDoNotStandInForThePassword(Call change) {
        change.by(browser.http().with("Authorization", Account.ADMIN.authorization().orElseThrow())).expect(403);
    }

    @Test
    void aScriptNeedsNoMoreThanItsTokenButCannotMakeANewKey() {
        Jira admin = site.as(Account.ADMIN);
        Http script = admin.byAccessToken(admin.newAccessToken()).http();
        CHANGES.forEach(change -> change.by(script).expect(change.status()));
        assertThat(NEW_KEY.by(script).expect(403).code()).isEqualTo("administration.password_again");
    }

    @Test
    void lookingNeedsThePermissionOnlyOverRestAndThePasswordOnThePage() {
        Stream.of("/admin/settings", "/admin/connections", "/admin/deliveries", "/admin/deliveries/stopped").forEach(path -> browser.http().get(REST + path).expect(200));
        assertThat(browser.http().get(PAGE).expect(302).location().orElseThrow()).contains("WebSudoAuthenticate").contains(Http.encoded(PAGE));
        browser.confirmPassword(Account.ADMIN);
        assertThat(browser.open(PAGE).select("#intercom-admin-form")).hasSize(1);
    }

    @Test
    void whoIsNoAdministratorIsNotEvenAskedForThePassword() {
        WebPages other = new WebPages(site, Account.PROJECT_ADMIN);
        changes().forEach(change -> assertThat(change.by(other.http()).expect(403).code()).isEqualTo("not_administrator"));
        assertThat(other.http().get(PAGE).status()).isEqualTo(403);
    }
}
