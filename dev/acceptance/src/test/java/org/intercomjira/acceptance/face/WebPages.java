package org.intercomjira.acceptance.face;

import java.net.CookieManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.intercomjira.acceptance.host.Site;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A person's browser on Jira's own pages: opens them and submits their forms, with the hidden fields that stand there. */
public final class WebPages {
    private final Site site;
    private final Http browser;

    public WebPages(Site site, Account account) {
        this.site = site;
        this.browser = Http.at(site.jira(), new CookieManager());
        browser.post("/rest/auth/1/session", Map.of("username", account.userName(), "password", account.password())).expect(200);
    }

    /** Enters the password again, as Jira asks administrators to. */
    public void confirmPassword(Account account) {
        submit(open("/secure/admin/WebSudoAuthenticate!default.jspa").selectFirst("#login-form"), Map.of("webSudoPassword", account.password()));
    }

    /** What stands behind the pages: REST with the session of this browser. */
    public Http http() {
        return browser;
    }

    /** @param path in Jira, or where a redirect leads */
    public Document open(String path) {
        return Jsoup.parse(browser.get(path.startsWith("/jira/") ? site.jira().resolve(path).toString() : path).expect(200).body());
    }

    /** Sends the form; where it leads to. */
    public String submit(Element form, Map<String, String> filledIn) {
        return submit(form, filledIn, List.of());
    }

    /** The same with boxes that are checked, each by its name and value. */
    public String submit(Element form, Map<String, String> filledIn, Collection<Map.Entry<String, String>> checked) {
        List<Map.Entry<String, String>> fields = new ArrayList<>(filledIn.entrySet());
        fields.addAll(checked);
        form.select("input[type=hidden]").forEach(field -> fields.add(Map.entry(field.attr("name"), field.val())));
        String body = fields.stream().map(field -> Http.encoded(field.getKey()) + "=" + Http.encoded(field.getValue())).collect(Collectors.joining("&"));
        Reply reply = browser.send("POST", site.jira().resolve(form.attr("action")).toString(), "application/x-www-form-urlencoded", body);
        return reply.expect(302).location().orElseThrow();
    }

    /** Moves the issue to another project. @return its new key */
    public String move(String issue, String project) {
        Document page = open("/secure/MoveIssue!default.jspa?id=" + idOf(issue));
        return keyIn(submit(page.selectFirst("#move-issue-form"), Map.of("project", project)));
    }

    /** Clones the issue. @return the clone's key */
    public String copy(String issue) {
        Element form = open("/secure/CloneIssueDetails!default.jspa?id=" + idOf(issue)).selectFirst("#clone-issue-form");
        return keyIn(submit(form, Map.of("summary", form.select("#summary").val())));
    }

    /** Does the same with several issues: the operation with its field, for instance {@code transition} with {@code action=31}. */
    public void changeInBulk(List<String> issues, boolean mail, String operation, Map<String, String> field) {
        Document page = open("/secure/views/bulkedit/BulkEdit1!default.jspa?jqlQuery=" + Http.encoded("key in (" + String.join(", ", issues) + ")"));
        List<Map.Entry<String, String>> checked = new ArrayList<>(List.of(Map.entry("operation", operation)));
        page.select("input[name=issue]").forEach(box -> checked.add(Map.entry("issue", box.val())));
        if (mail) {
            checked.add(Map.entry("sendBulkNotification", "true"));
        }
        submit(page.selectFirst("#bulkedit"), field, checked);
    }

    private String idOf(String issue) {
        return browser.get("/rest/api/2/issue/" + issue).expect(200).json().get("id").getAsString();
    }

    private static String keyIn(String address) {
        return address.substring(address.lastIndexOf('/') + 1);
    }
}
