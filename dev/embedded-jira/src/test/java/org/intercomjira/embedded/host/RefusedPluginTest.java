package org.intercomjira.embedded.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.sal.api.message.I18nResolver;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Locale;
import org.intercomjira.embedded.host.sample.EarlyBird;
import org.intercomjira.embedded.host.sample.Greeting;
import org.intercomjira.embedded.host.sample.GreetingResource;
import org.intercomjira.embedded.host.sample.YesCondition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is wrong with a plugin is said by name when it is installed, not when a user meets it. */
class RefusedPluginTest {
    @TempDir
    static Path home;
    private static TestHost host;

    @BeforeAll
    static void start() {
        host = new TestHost(home);
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    private static void assertRefused(TestPlugin plugin, String... reasons) throws Exception {
        HttpResponse<String> answer = host.upload(plugin);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(reasons);
    }

    private static TestPlugin sample() {
        return TestPlugin.named("sample");
    }

    @Test
    void anUnknownModuleType() throws Exception {
        assertRefused(sample().module("<web-pannel key='p'/>"), "unknown module type web-pannel");
    }

    @Test
    void anUnknownAttribute() throws Exception {
        assertRefused(sample().text("l", "L").module("<web-item key='i' section='s' wieght='1'><label key='l'/><link>/x</link></web-item>"), "unknown attribute wieght", "web-item i");
    }

    @Test
    void aMissingAttributeOrElement() throws Exception {
        assertRefused(sample().text("l", "L").module("<web-item key='i'><label key='l'/><link>/x</link></web-item>"), "web-item i", "lacks the attribute section");
        assertRefused(sample().text("l", "L").module("<web-item key='i' section='s'><label key='l'/></web-item>"), "web-item i", "lacks the element link");
    }

    @Test
    void anIndexedValueOfAnUnknownType() throws Exception {
        assertRefused(sample().module("<index-document-configuration key='i' entity-key='IssueProperty'><key property-key='p'><extract path='a' type='numbr'/></key></index-document-configuration>"),
                "type numbr");
    }

    @Test
    void twoModulesWithOneKey() throws Exception {
        assertRefused(sample().module("<rest key='r' path='/a' version='1.0'/><rest key='r' path='/b' version='1.0'/>"), "Two modules have the key r");
    }

    @Test
    void aMisspeltClass() throws Exception {
        assertRefused(sample().module("<servlet key='s' class='org.acme.Servlett'><url-pattern>/a</url-pattern></servlet>"), "servlet s", "org.acme.Servlett");
        assertRefused(sample().module("<ao key='ao'><entity>org.acme.Entityy</entity></ao>"), "org.acme.Entityy");
    }

    @Test
    void aClassOfTheWrongKind() throws Exception {
        assertRefused(sample().classes(YesCondition.class).module("<servlet key='s' class='" + YesCondition.class.getName() + "'><url-pattern>/a</url-pattern></servlet>"), "is no jakarta.servlet.http.HttpServlet");
    }

    @Test
    void aMissingTextOfTheDescriptor() throws Exception {
        assertRefused(sample().module("<web-section key='s' location='l'><label key='sample.absent'/></web-section>"), "no text sample.absent");
    }

    @Test
    void aMissingTextOfAScript() throws Exception {
        assertRefused(sample().file("a.js", "AJS.I18n.getText('sample.absent')").module("<web-resource key='r'><transformation extension='js'><transformer key='jsI18n'/></transformation>"
                + "<resource type='download' name='a.js' location='a.js'/></web-resource>"), "a.js", "no text sample.absent");
    }

    @Test
    void aScriptWithTextsButWithoutTheirTransformation() throws Exception {
        assertRefused(sample().text("t", "T").file("a.js", "AJS.I18n.getText('t')").module("<web-resource key='r'><resource type='download' name='a.js' location='a.js'/></web-resource>"), "a.js", "jsI18n");
    }

    @Test
    void aMissingTextOfATemplate() throws Exception {
        assertRefused(sample().file("templates/a.vm", "$i18n.getText(\"sample.absent\")"), "templates/a.vm", "no text sample.absent");
    }

    @Test
    void anApostropheThatJiraWouldSwallow() throws Exception {
        assertRefused(sample().text("sample.lone", "It's lost"), "sample.lone", "apostrophe");
    }

    @Test
    void aMissingFile() throws Exception {
        assertRefused(sample().module("<web-resource key='r'><resource type='download' name='a.js' location='js/absent.js'/></web-resource>"), "js/absent.js");
    }

    @Test
    void anUnknownWebResource() throws Exception {
        assertRefused(sample().module("<web-resource key='r'><dependency>com.atlassian.auiplugin:aui-togle</dependency></web-resource>"), "com.atlassian.auiplugin:aui-togle");
        assertRefused(sample().module("<web-resource key='r'><dependency>sample:absent</dependency></web-resource>"), "sample:absent");
    }

    @Test
    void aPackageThatJiraDoesNotExport() throws Exception {
        assertRefused(sample().importingThePackage("com.atlassian.jira.nope"), "com.atlassian.jira.nope", "does not export");
    }

    @Test
    void anIndexThatIsNotThere() throws Exception {
        assertRefused(sample().withoutIndex(), "scan-indexes", "META-INF/plugin-components/component");
    }

    @Test
    void anImportThatIsNoService() throws Exception {
        assertRefused(sample().imports("com.atlassian.plugin.web.Condition"), "com.atlassian.plugin.web.Condition", "no service");
        assertRefused(sample().imports("com.acme.Absent"), "com.acme.Absent");
    }

    @Test
    void aComponentWhoseImportWasRemoved() throws Exception {
        assertRefused(sample().component(Greeting.class), Greeting.class.getSimpleName().toLowerCase(Locale.ROOT), I18nResolver.class.getName());
    }

    @Test
    void aResourceWhoseComponentIsMissing() throws Exception {
        assertRefused(sample().imports(I18nResolver.class).classes(Greeting.class, GreetingResource.class).module("<rest key='r' path='/sample' version='1.0'/>")
                .module("<servlet key='s' class='org.intercomjira.embedded.host.sample.GreetingServlet'><url-pattern>/a</url-pattern></servlet>")
                .classes(org.intercomjira.embedded.host.sample.GreetingServlet.class), "GreetingServlet cannot be made", Greeting.class.getName());
    }

    @Test
    void activeObjectsBeforeTheStart() throws Exception {
        assertRefused(sample().imports("com.atlassian.activeobjects.external.ActiveObjects").component(EarlyBird.class)
                .classes(org.intercomjira.embedded.host.sample.Visit.class), "earlyBird", "LifecycleAware.onStart");
    }

    @Test
    void whatIsNoJar() throws Exception {
        HttpResponse<String> answer = host.put("admin", "/rest/plugins/1.0/", "no jar");
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void theOlderVersionGoesOnWhenTheNewOneIsRefused() throws Exception {
        assertThat(host.upload(TestPlugin.named("lasting").version("1")).statusCode()).isEqualTo(200);
        assertRefused(TestPlugin.named("lasting").version("2").component(Greeting.class), "greeting");
        assertThat(host.get("admin", "/rest/plugins/1.0/lasting-key").body()).contains("\"version\":\"1\"", "\"enabled\":true");
    }

    @Test
    void nobodyButAnAdministratorInstalls() throws Exception {
        assertThat(host.put("developer", "/rest/plugins/1.0/", "x").statusCode()).isEqualTo(403);
        assertThat(host.put(TestHost.ANONYMOUS, "/rest/plugins/1.0/", "x").statusCode()).isEqualTo(401);
    }
}
