package org.intercomjira.embedded.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PagesTest extends ServedPages {
    @ParameterizedTest
    @CsvSource({
            "viewer, /browse/DEMO-1, 200", "outsider, /browse/DEMO-1, 404", "viewer, /browse/DEMO-99, 404",
            "viewer, /projects/DEMO/issues, 200", "viewer, /issues/, 200", "outsider, /projects/DEMO/issues, 404", "viewer, /projects/NONE/issues, 404",
            "project-admin, /plugins/servlet/project-config/DEMO, 200", "admin, /plugins/servlet/project-config/DEMO/roles, 200",
            "viewer, /plugins/servlet/project-config/DEMO, 403", "outsider, /plugins/servlet/project-config/DEMO, 404",
            "viewer, /secure/CreateIssue.jspa, 200", "viewer, /secure/Dashboard.jspa, 200", "viewer, /plugins/servlet/upm, 403",
            "viewer, /browse/DEMO, 302", "viewer, /projects/DEMO, 302", "viewer, '/', 302", "viewer, /nothing/here, 404"})
    void everyPageIsShownToThoseWhoMaySeeIt(String user, String path, int status) {
        assertThat(server.browser().logIn(user).get(path).statusCode()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/browse/DEMO-1", "/browse/DEMO-99", "/projects/DEMO/issues", "/plugins/servlet/project-config/DEMO", "/secure/CreateIssue.jspa", "/plugins/servlet/upm"})
    void anonymousPeopleAreAskedToLogIn(String path) {
        HttpResponse<String> answer = server.browser().get(path);
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValue("/jira/login.jsp?permissionViolation=true&os_destination=" + Browser.encode(path));
    }

    @Test
    void theIssueViewCarriesMetaPanelsAndOperations() {
        Document page = server.browser().logIn("developer").page("/browse/DEMO-1");
        assertThat(page.select("meta[name=ajs-issue-key]").attr("content")).isEqualTo("DEMO-1");
        assertThat(page.select("meta[name=ajs-context-path]").attr("content")).isEqualTo("/jira");
        assertThat(page.select("#chat-panel .mod-header h4").text()).isEqualTo("Conversations");
        assertThat(page.select("#chat-panel .mod-content #inside").text()).isEqualTo("DEMO-1");
        assertThat(page.select("#opsbar-operations_more_drop #more-item").text()).isEqualTo("Link conversation");
        assertThat(page.html()).contains("<!-- resources of [jira.view.issue, atl.general] -->");
    }

    @Test
    void textOfIssuesStaysText() {
        Document page = server.browser().logIn("viewer").page("/browse/DEMO-1");
        assertThat(page.select("#summary-val").text()).isEqualTo("<script>alert(1)</script>");
        assertThat(page.select("#project-name-val").text()).isEqualTo("Demo <project>");
    }

    @Test
    void whoMayNotEditSeesNoEditButton() {
        assertThat(server.browser().logIn("viewer").page("/browse/DEMO-1").select("#edit-issue, #assign-issue")).isEmpty();
        assertThat(server.browser().logIn("developer").page("/browse/DEMO-1").select("#edit-issue, #assign-issue")).hasSize(2);
    }

    @Test
    void theIssueListHasAColumnForEachCustomField() {
        Document page = server.browser().logIn("viewer").page("/issues/?jql=" + Browser.encode("key = DEMO-1"));
        assertThat(page.select("#advanced-search").val()).isEqualTo("key = DEMO-1");
        assertThat(page.select("#issuetable th").eachText()).containsExactly("Key", "Summary", "Assignee", "Status", "Updated", "Key & <more>", "Nothing");
        assertThat(page.select("#issuetable tbody tr td").eachText()).containsExactly("DEMO-1", "<script>alert(1)</script>", "The developer", "To Do", "01/Jan/70 00:00",
                "DEMO-1 COLUMN");
    }

    @Test
    void theIssueListSaysWhatIsWrongWithAQuery() {
        Document page = server.browser().logIn("viewer").page("/issues/?jql=" + Browser.encode("wrong <b>"));
        assertThat(page.select(".jql-error").text()).isEqualTo("No query: wrong <b>");
        assertThat(page.select("#issuetable")).isEmpty();
    }

    @Test
    void theIssueShowsThoseCustomFieldsThatHaveAValue() {
        Document page = server.browser().logIn("viewer").page("/browse/DEMO-1");
        assertThat(page.select("#customfieldmodule .item").eachText()).containsExactly("Key & <more>: DEMO-1 ISSUE");
        assertThat(server.browser().logIn("viewer").get("/secure/AjaxIssueAction!default.jspa?issueKey=DEMO-1").body()).contains("customfield_10000-val");
    }

    @Test
    void panelsCanBeHadAnew() {
        assertThat(server.browser().logIn("viewer").get("/secure/AjaxIssueAction!default.jspa?issueKey=DEMO-1").body()).contains("rightPanels", "chat-panel");
        assertThat(server.browser().logIn("outsider").get("/secure/AjaxIssueAction!default.jspa?issueKey=DEMO-1").statusCode()).isEqualTo(404);
    }

    @Test
    void theMenusHoldTheEntriesOfPlugins() {
        Document settings = server.browser().logIn("project-admin").page("/plugins/servlet/project-config/DEMO");
        assertThat(settings.select("#project-config-menu a").eachText()).containsExactly("Summary", "Users and roles", "Intercom integration");
        assertThat(settings.select("#project-config-menu .aui-nav-selected").text()).isEqualTo("Summary");
        Document apps = server.browser().logIn("admin").confirmAsAdministrator("admin").page("/plugins/servlet/upm");
        assertThat(apps.select("#admin-side-menu .aui-nav-heading").eachText()).containsExactly("Atlassian Marketplace", "Chat");
        assertThat(apps.select("#admin-link").text()).isEqualTo("Intercom app");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/login.jsp", "/secure/Dashboard.jspa", "/browse/DEMO-1", "/projects/DEMO/issues", "/issues/", "/secure/CreateIssue.jspa",
            "/plugins/servlet/project-config/DEMO", "/plugins/servlet/upm", "/secure/admin/ViewApplicationProperties.jspa", "/logout"})
    void noPageHasAnInlineScript(String path) {
        Browser admin = server.browser().logIn("admin").confirmAsAdministrator("admin");
        HttpResponse<String> answer = admin.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Security-Policy").orElse("")).contains("script-src 'self';");
        Document page = admin.page(path);
        assertThat(page.select("script:not([src])")).isEmpty();
        assertThat(page.select("[onclick], [onload], [onsubmit], [href^=javascript]")).isEmpty();
    }

    @Test
    void everyFileThatThePagesNameIsServed() {
        Browser admin = server.browser().logIn("admin").confirmAsAdministrator("admin");
        for (String path : new String[] {"/browse/DEMO-1", "/projects/DEMO/issues", "/secure/CreateIssue.jspa", "/secure/Dashboard.jspa", "/plugins/servlet/upm",
                "/plugins/servlet/project-config/DEMO", "/plugins/servlet/project-config/DEMO/roles"}) {
            Document page = admin.page(path);
            page.select("script[src], link[href], img[src]").forEach(element -> {
                String address = element.hasAttr("src") ? element.attr("src") : element.attr("href");
                assertThat(admin.get(address.substring("/jira".length())).statusCode()).as(address).isEqualTo(200);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/static/jira/../templates/login.html", "/static/jira/%2e%2e/templates/login.html", "/static/templates/login.html",
            "/static/jira/", "/static", "/static/jira/none.js", "/static/jira/..%2ftemplates/login.html"})
    void noOtherFileIsServed(String path) {
        assertThat(server.browser().get(path).statusCode()).isBetween(400, 404);
    }

    @Test
    void avatarsAreDrawn() {
        assertThat(server.browser().get("/secure/useravatar?ownerId=%3Cscript").body()).contains(">&lt;</text>").doesNotContain("<script");
    }
}
