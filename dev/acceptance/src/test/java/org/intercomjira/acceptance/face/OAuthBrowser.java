package org.intercomjira.acceptance.face;

import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.intercomjira.acceptance.host.Site;

/** What a person's browser does while a project is connected: it carries Jira's session cookie and follows Intercom's consent page. */
public final class OAuthBrowser {
    private final Site site;
    private final Http jira;

    public OAuthBrowser(Site site, Account account) {
        this.site = site;
        this.jira = Http.at(site.jira(), new CookieManager());
        jira.post("/rest/auth/1/session", Map.of("username", account.userName(), "password", account.password())).expect(200);
    }

    /** The whole way: Connect, consent as this teammate, back to Jira. @return the page that the browser ends on */
    public Reply connect(String project, Teammate teammate) {
        return follow(returnTo(allow(begin(project, teammate.region()), teammate)));
    }

    /** Presses Connect. @return the address of Intercom's consent page */
    public URI begin(String project, String region) {
        return URI.create(new IntercomPlugin(jira).connect(project, region).expect(200).json().get("authorizeUrl").getAsString());
    }

    /** Presses Allow. @return Intercom's answer: the address in Jira with code and state */
    public URI allow(URI consentPage, Teammate teammate) {
        return decide(consentPage, teammate, "allow");
    }

    /** Presses Deny. */
    public URI deny(URI consentPage, Teammate teammate) {
        return decide(consentPage, teammate, "deny");
    }

    private URI decide(URI consentPage, Teammate teammate, String decision) {
        Map<String, String> query = queryOf(consentPage);
        Map<String, String> form = Map.of("client_id", query.get("client_id"), "state", query.get("state"), "redirect_uri", query.get("redirect_uri"),
                "workspace", teammate.workspace(), "teammate", teammate.id(), "decision", decision);
        Reply reply = Http.at(site.intercom()).postForm("/" + teammate.region() + "/oauth/consent", form).expect(302);
        return URI.create(reply.location().orElseThrow());
    }

    /** Opens the address that Intercom sent the browser to. */
    public Reply returnTo(URI callback) {
        return jira.get(callback.toString());
    }

    /** Goes where redirects lead. */
    public Reply follow(Reply reply) {
        Reply page = reply;
        while (page.location().isPresent()) {
            page = jira.get(site.jira().resolve(page.location().get()).toString());
        }
        return page;
    }

    public Reply settingsPage(String project) {
        return jira.get("/plugins/servlet/intercom/project?projectKey=" + project);
    }

    static Map<String, String> queryOf(URI address) {
        return Arrays.stream(address.getRawQuery().split("&")).map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
