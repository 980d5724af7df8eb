package org.intercomjira.embedded.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.webresource.api.assembler.PageBuilderService;
import java.nio.file.Path;
import org.intercomjira.embedded.host.sample.Greeting;
import org.intercomjira.embedded.host.sample.GreetingServlet;
import org.intercomjira.embedded.host.sample.SamplePanel;
import org.intercomjira.embedded.host.sample.SamplePanelContext;
import org.intercomjira.embedded.host.sample.YesCondition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servlets, panels and web-resources of a plugin on Jira's pages. */
class PluginPagesTest {
    private static final String YES = "<condition class='" + YesCondition.class.getName() + "'/>";
    private static final String NO = "<condition class='" + YesCondition.class.getName() + "'><param name='answer' value='no'/></condition>";
    private static final String NOT_NO = NO.replace("<condition ", "<condition invert='true' ");
    @TempDir
    static Path home;
    private static TestHost host;

    @BeforeAll
    static void start() throws Exception {
        host = new TestHost(home);
        var answer = host.upload(TestPlugin.named("sample").imports(I18nResolver.class).imports(PageBuilderService.class).component(Greeting.class)
                .classes(GreetingServlet.class, SamplePanel.class, SamplePanelContext.class, YesCondition.class)
                .text("sample.greeting", "Hello {0}").text("sample.label", "Sample").text("sample.script", "It''s {0}")
                .file("panel.vm", "<p class=\"from-template\">$title $noteHtml</p>").file("a.js", "say(AJS.I18n.getText('sample.label'), AJS.I18n.getText(\"sample.script\", 1));")
                .file("b.css", "p {}").file("required.js", "1").file("not-here.js", "2")
                .module("<servlet key='s' class='" + GreetingServlet.class.getName() + "'><url-pattern>/sample/*</url-pattern></servlet>")
                .module(panel("plain", "")).module(panel("and", "<conditions type='AND'>" + YES + NO + "</conditions>")).module(panel("or", "<conditions type='OR'>" + YES + NO + "</conditions>"))
                .module(panel("both", YES + NO)).module(panel("inverted", NOT_NO))
                .module("<web-panel key='template' location='atl.jira.view.issue.right.context'><label key='sample.label'/><context-provider class='" + SamplePanelContext.class.getName()
                        + "'/><resource type='velocity' name='view' location='panel.vm'/></web-panel>")
                .module("<web-item key='item' section='atl.jira.proj.config/projectgroup4'><label key='sample.label'/><link linkId='sample-link'>/plugins/servlet/sample?projectKey=$projectKeyEncoded</link></web-item>")
                .module(resource("used", "<dependency>sample:below</dependency><context>jira.view.issue</context>", "a.js")).module(resource("below", "", "b.css"))
                .module(resource("required", "", "required.js")).module(resource("elsewhere", "<context>atl.admin</context>", "not-here.js")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    private static String panel(String key, String conditions) {
        return "<web-panel key='" + key + "' location='atl.jira.view.issue.right.context' class='" + SamplePanel.class.getName() + "'><label key='sample.label'/>" + conditions + "</web-panel>";
    }

    private static String resource(String key, String head, String file) {
        return "<web-resource key='" + key + "'>" + head + "<transformation extension='js'><transformer key='jsI18n'/></transformation><resource type='download' name='" + file + "' location='" + file + "'/></web-resource>";
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @Test
    void panelsAreShownWhenTheirConditionsHold() throws Exception {
        String page = host.get("viewer", "/browse/DEMO-1").body();
        assertThat(page.split("class=\"sample-panel\">DEMO-1", -1)).as("plain, or, inverted").hasSize(4);
    }

    @Test
    void aPanelsTemplateEscapesWhatIsNotNamedHtml() throws Exception {
        assertThat(host.get("viewer", "/browse/DEMO-1").body()).contains("<p class=\"from-template\">&lt;b&gt;bold?&lt;/b&gt; <i>slanted</i></p>");
    }

    @Test
    void aPageHasTheResourcesOfItsContextAndThoseThatWereRequired() throws Exception {
        String page = host.get("viewer", "/browse/DEMO-1").body();
        assertThat(page).contains("src=\"/jira/download/resources/sample:used/a.js\"", "src=\"/jira/download/resources/sample:required/required.js\"").doesNotContain("not-here.js");
        assertThat(page.indexOf("sample:below/b.css")).isPositive().isLessThan(page.indexOf("sample:used/a.js"));
    }

    @Test
    void scriptsAreServedWithTheirTexts() throws Exception {
        var answer = host.get("viewer", "/download/resources/sample:used/a.js");
        assertThat(answer.body()).isEqualTo("say(\"Sample\", AJS.format(\"It\\u0027\\u0027s {0}\", 1));");
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("text/javascript"));
        assertThat(host.get("viewer", "/download/resources/sample:used/atlassian-plugin.xml").statusCode()).isEqualTo(404);
    }

    @Test
    void aServletsPageIsDressed() throws Exception {
        String page = host.get("viewer", "/plugins/servlet/sample").body();
        assertThat(page).contains("<p id=\"sample\">Hello Jördis</p>").contains("/jira/static/");
    }

    @Test
    void whatIsNoPageIsLeftAlone() throws Exception {
        assertThat(host.get("viewer", "/plugins/servlet/sample/more?as=plain").body()).isEqualTo("/plugins/servlet/sample /more");
    }

    @Test
    void aServletWithoutAnnotationSendsAnonymousPeopleToTheLoginPage() throws Exception {
        var answer = host.get(TestHost.ANONYMOUS, "/plugins/servlet/sample?as=plain");
        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(answer.headers().firstValue("Location")).hasValueSatisfying(address -> assertThat(address).contains("login", "sample"));
    }

    @Test
    void menuEntriesKnowTheProject() throws Exception {
        assertThat(host.get("project-admin", "/plugins/servlet/project-config/DEMO").body()).contains("/jira/plugins/servlet/sample?projectKey=DEMO");
    }
}
