package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.function.UnaryOperator;
import org.intercomjira.acceptance.host.ChangedJar;
import org.intercomjira.acceptance.host.JiraProcess;
import org.junit.jupiter.api.Test;

/** What a real Jira would tell only when someone opens the broken page, the embedded Jira tells at the start, by name. */
class WiringMistakesTest {
    private static final URI NO_INTERCOM = URI.create("http://127.0.0.1:9");

    @Test
    void anImportThatIsMissingStopsJiraWithItsName() throws IOException {
        ChangedJar jar = ChangedJar.withManifest("Import-Package", imports -> imports.replaceFirst("com\\.atlassian\\.event\\.api(;[^,]*)?,", ""));
        refuses(jar, "com.atlassian.event.api");
    }

    @Test
    void anImportThatJiraDoesNotExportStopsJiraWithItsName() throws IOException {
        ChangedJar jar = ChangedJar.withManifest("Import-Package", imports -> imports + ",com.atlassian.jira.nowhere");
        refuses(jar, "com.atlassian.jira.nowhere");
    }

    @Test
    void aMisspeltClassInTheDescriptorStopsJiraWithItsName() throws IOException {
        UnaryOperator<String> misspell = text -> text.replaceFirst("(<servlet [^>]*class=\"org\\.intercomjira\\.)(\\w+)\\.", "$1$2.Misspelt");
        refuses(ChangedJar.withText("atlassian-plugin.xml", misspell), "Misspelt");
    }

    @Test
    void aTextKeyWithoutATextStopsJiraWithItsName() throws IOException {
        UnaryOperator<String> forget = text -> text.replaceFirst("<label key=\"[^\"]+\"", "<label key=\"intercom.forgotten.text\"");
        refuses(ChangedJar.withText("atlassian-plugin.xml", forget), "intercom.forgotten.text");
    }

    @Test
    void aModuleTypeThatJiraDoesNotKnowStopsJiraWithItsName() throws IOException {
        refuses(ChangedJar.withText("atlassian-plugin.xml", text -> text.replace("</atlassian-plugin>", "<web-pannel key=\"typo\"/></atlassian-plugin>")), "web-pannel");
    }

    @Test
    void aJarWithoutItsScannerIndexStopsJira() throws IOException {
        refuses(ChangedJar.without("META-INF/plugin-components/"), "META-INF/plugin-components");
    }

    private static void refuses(ChangedJar jar, String name) {
        try (JiraProcess jira = new JiraProcess(jar.file(), NO_INTERCOM)) {
            assertThat(jira.startAndAwaitExit()).as("exit code").isNotZero();
            assertThat(jira.output()).contains(name).doesNotContain("Jira is ready at");
        }
    }
}
