package org.intercomjira.embedded.host;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.sal.api.message.I18nResolver;
import java.nio.file.Path;
import org.intercomjira.embedded.host.sample.Greeting;
import org.intercomjira.embedded.host.sample.GreetingResource;
import org.intercomjira.embedded.host.sample.SampleProblem;
import org.intercomjira.embedded.host.sample.SampleProblemMapper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** REST of plugins behind the platform's annotations. */
class PluginRestTest {
    private static final String GREETINGS = "/rest/sample/1.0/greetings";
    @TempDir
    static Path home;
    private static TestHost host;

    @BeforeAll
    static void start() throws Exception {
        host = new TestHost(home);
        var answer = host.upload(TestPlugin.named("sample").imports(I18nResolver.class).component(Greeting.class).text("sample.greeting", "Hello {0}")
                .classes(GreetingResource.class, SampleProblem.class, SampleProblemMapper.class).module("<rest key='rest' path='/sample' version='1.0'/>"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @AfterAll
    static void stop() {
        host.close();
    }

    @Test
    void aResourceGetsThePluginsBeansAndTheRequest() throws Exception {
        assertThat(host.get("viewer", GREETINGS + "/Ann").body()).isEqualTo("{\"text\":\"Hello Ann\",\"path\":\"/jira/rest/sample/1.0/\",\"method\":\"GET\"}");
    }

    @Test
    void theLatestVersionHasAnAddressOfItsOwn() throws Exception {
        assertThat(host.get("viewer", "/rest/sample/latest/greetings/Ann").body()).contains("/jira/rest/sample/latest/");
    }

    @Test
    void whatHasNoAnnotationIsForUsersWhoAreLoggedIn() throws Exception {
        var answer = host.get(TestHost.ANONYMOUS, GREETINGS + "/Ann");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
    }

    @Test
    void unrestrictedAccessLetsEverybodyIn() throws Exception {
        assertThat(host.get(TestHost.ANONYMOUS, GREETINGS + "/open").body()).isEqualTo("\"open\"");
    }

    @Test
    void adminOnlyIsForAdministrators() throws Exception {
        assertThat(host.get("developer", GREETINGS + "/admin").statusCode()).isEqualTo(403);
        assertThat(host.get("admin", GREETINGS + "/admin").statusCode()).isEqualTo(200);
    }

    @Test
    void bodiesPassAsTheyAre() throws Exception {
        String json = "{\"text\": \"ü \\\" 1.0\"}";
        assertThat(host.post("viewer", GREETINGS, "application/json", json).body()).isEqualTo(json);
    }

    @Test
    void bodiesThatAFormCouldSendNeedTheHeader() throws Exception {
        var refused = host.post("viewer", GREETINGS, "text/plain", "x");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("XSRF check failed");
        assertThat(host.post("viewer", GREETINGS, "application/x-www-form-urlencoded", "a=b").statusCode()).isEqualTo(403);
        assertThat(host.post("viewer", GREETINGS, "text/plain", "x", "X-Atlassian-Token", "no-check").body()).isEqualTo("x");
    }

    @Test
    void aMethodCanBeExcludedFromTheXsrfCheck() throws Exception {
        assertThat(host.post(TestHost.ANONYMOUS, GREETINGS + "/from-outside", "application/x-www-form-urlencoded", "a=b").body()).isEqualTo("a=b");
    }

    @Test
    void thePluginsOwnMapperAnswersItsErrors() throws Exception {
        var answer = host.get("viewer", GREETINGS + "/failing");
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).isEqualTo("too many greetings");
    }

    @Test
    void otherPathsAndMethodsAreNotThere() throws Exception {
        assertThat(host.get("viewer", "/rest/sample/1.0/absent").statusCode()).isEqualTo(404);
        assertThat(host.get("viewer", "/rest/sample/2.0/greetings/open").statusCode()).isEqualTo(404);
        assertThat(host.put("viewer", GREETINGS, "{}").statusCode()).isEqualTo(405);
        assertThat(host.delete("viewer", GREETINGS).statusCode()).isEqualTo(204);
    }
}
