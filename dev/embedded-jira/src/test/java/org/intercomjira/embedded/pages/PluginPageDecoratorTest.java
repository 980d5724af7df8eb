package org.intercomjira.embedded.pages;

import static org.assertj.core.api.Assertions.assertThat;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class PluginPageDecoratorTest extends ServedPages {
    private static final String PROJECT_PAGE = """
            <html><head><title>Intercom integration</title><meta name="decorator" content="atl.admin"><meta name="projectKey" content="DEMO">
            <meta name="admin.active.section" content="atl.jira.proj.config"><meta name="admin.active.tab" content="project-link">
            <meta name="own" content="kept"></head><body><div id="mine">Hello</div></body></html>""";
    private static final String ADMIN_PAGE = """
            <html><head><title>Intercom app</title><meta name="decorator" content="atl.admin">
            <meta name="admin.active.section" content="admin_plugins_menu/chat"><meta name="admin.active.tab" content="admin-link"></head>
            <body><div id="mine">Hello</div></body></html>""";

    @Test
    void aProjectPageStandsInTheProjectsSettings() {
        Document page = decorated("project-admin", PROJECT_PAGE);
        assertThat(page.title()).isEqualTo("Intercom integration - Jira");
        assertThat(page.select("#project-config-panel #mine").text()).isEqualTo("Hello");
        assertThat(page.select("#project-config-menu .aui-nav-selected a").attr("id")).isEqualTo("project-link");
        assertThat(page.select("meta[name=own]").attr("content")).isEqualTo("kept");
        assertThat(page.html()).contains("<!-- resources of [atl.admin] -->");
    }

    @Test
    void anAdministrationPageStandsInTheAdministration() {
        Document page = decorated("admin", ADMIN_PAGE);
        assertThat(page.select("#admin-tabs .aui-nav-selected").text()).isEqualTo("Manage apps");
        assertThat(page.select("#admin-side-menu .aui-nav-selected a").attr("id")).isEqualTo("admin-link");
        assertThat(page.select(".aui-page-panel-content #mine")).hasSize(1);
    }

    @Test
    void aGeneralPageGetsTheHeaderOnly() {
        Document page = decorated("viewer", "<html><head><meta name=\"decorator\" content=\"atl.general\"></head><body><p id=\"mine\"></p></body></html>");
        assertThat(page.select("#content #mine")).hasSize(1);
        assertThat(page.select("#admin-side-menu, #project-config-menu")).isEmpty();
        assertThat(page.html()).contains("<!-- resources of [atl.general] -->");
    }

    @Test
    void aPageWithoutDecoratorIsWrittenAsItIs() {
        String html = "<html><head><title>x</title></head><body>plain</body></html>";
        assertThat(server.browser().logIn("viewer").get("/decorated/?html=" + Browser.encode(html)).body()).isEqualTo(html);
    }

    @Test
    void aMisspeltDecoratorIsNoticed() {
        String html = "<html><head><meta name=\"decorator\" content=\"atl.admn\"></head><body></body></html>";
        assertThat(server.browser().logIn("viewer").get("/decorated/?html=" + Browser.encode(html)).statusCode()).isEqualTo(500);
    }

    private Document decorated(String user, String html) {
        return server.browser().logIn(user).page("/decorated/?html=" + Browser.encode(html));
    }
}
