package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Canary;
import org.intercomjira.acceptance.face.IntercomApp;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.Reply;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.IntercomProcess;
import org.intercomjira.acceptance.host.JiraProcess;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Tells a story with failures in it and then looks for the secrets in everything that it left: answers, pages, logs, the database.
 * Intercom's tokens are known by their SHA-256 only, so every word that could be one is hashed.
 */
class CanaryTest {
    private static IntercomProcess intercom;
    private static JiraProcess jira;
    private static String accessToken;
    private static Set<String> tokenHashes;
    private static final List<String> ANSWERS = new ArrayList<>();

    @BeforeAll
    static void tellTheStory() {
        intercom = IntercomProcess.start();
        jira = JiraProcess.started(intercom.address());
        Site site = new Site(jira.address(), intercom.address());
        IntercomApp.introduceTo(site);
        accessToken = site.as(Account.PROJECT_ADMIN).newAccessToken();
        Scene scene = new Scene(site).connectedBy(Teammate.JIRA_APP);
        workAndFail(scene);
        readEverything(site);
        tokenHashes = scene.intercom().tokenDigests();
        jira.stop();
    }

    private static void workAndFail(Scene scene) {
        LinkedIssue linked = scene.linkedIssue("Canary");
        scene.move(linked, Jira.IN_PROGRESS);
        scene.awaitMovesTold(linked, 1);
        scene.intercom().goDown();
        scene.link(linked.issue(), "215470000000999");
        scene.move(linked, Jira.DONE);
        scene.intercom().recover();
        scene.intercom().revokeTokensOf(Teammate.JIRA_APP);
        scene.move(linked, Jira.TO_DO);
        await().atMost(Scene.PATIENCE).until(() -> scene.state().equals("broken"));
        ANSWERS.add(scene.links(linked).body());
    }

    private static void readEverything(Site site) {
        var admin = site.as(Account.ADMIN);
        var projectAdmin = site.as(Account.PROJECT_ADMIN).byAccessToken(accessToken);
        Stream.of(admin.plugin().adminSettings(), projectAdmin.plugin().connection(Scene.PROJECT), projectAdmin.plugin().settings(Scene.PROJECT),
                projectAdmin.page("/plugins/servlet/intercom/project?projectKey=DEMO"), projectAdmin.page("/browse/DEMO-1"),
                admin.plugin().saveAdminSettings("{not json")).map(Reply::body).forEach(ANSWERS::add);
    }

    @AfterAll
    static void stop() {
        jira.close();
        intercom.close();
    }

    @Test
    void theSearchWouldFindAToken() {
        assertThat(tokenHashes).isNotEmpty();
        assertThat(new Secrets(Set.of(Secrets.sha256("dG9rOjEyMzQ1Njc4OTA="))).in("x {\"token\":\"dG9rOjEyMzQ1Njc4OTA=\"}")).hasSize(1);
    }

    @Test
    void noSecretIsInAnyAnswerOrPage() {
        ANSWERS.forEach(CanaryTest::assertNoSecretIn);
    }

    @Test
    void noSecretIsInTheLog() {
        assertThat(jira.output()).contains("Jira is ready at");
        assertNoSecretIn(jira.output());
    }

    @Test
    void noSecretIsInAnyTable() throws Exception {
        DatabaseDump dump = DatabaseDump.of(jira.home());
        assertThat(dump.text()).contains("AO_", "Acme Support");
        assertNoSecretIn(dump.text());
    }

    /** The files of the home hold the database once more, with what was deleted from it. */
    @Test
    void noSecretIsInAnyFileOfTheHome() throws IOException {
        try (Stream<Path> files = Files.walk(jira.home())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertNoSecretIn(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static void assertNoSecretIn(String text) {
        assertThat(text.contains(Canary.CLIENT_SECRET)).as("the client secret").isFalse();
        assertThat(text.contains(accessToken)).as("the personal access token").isFalse();
        assertThat(new Secrets(tokenHashes).in(text)).as("Intercom's tokens").isEmpty();
    }
}
