package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.IntercomApp;
import org.intercomjira.acceptance.face.IntercomPlugin;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.IntercomProcess;
import org.intercomjira.acceptance.host.JiraProcess;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.Test;

/** G7: a Jira that starts with another one's database and homes, told by its base URL alone. */
class CopyTest {
    /** Held deliveries are looked at every five seconds. */
    private static final Duration TWO_LOOKS = Duration.ofSeconds(11);
    private static final URI RENAMED = URI.create("http://renamed.example/jira");
    private static final URI STAGING = URI.create("http://staging.example/jira");

    @Test
    void nothingIsSentUnderAnotherBaseUrlUntilAnAdministratorDecides() throws IOException {
        try (IntercomProcess intercom = IntercomProcess.start(); JiraProcess jira = JiraProcess.started(intercom.address())) {
            Site site = new Site(jira.address(), intercom.address());
            IntercomApp.introduceTo(site);
            Scene scene = new Scene(site).connectedBy(Teammate.JIRA_APP);
            IntercomPlugin administrator = scene.pluginAs(Account.ADMIN);
            LinkedIssue linked = scene.linkedIssue("Copied");
            scene.awaitNothingWaiting();
            assertThat(administrator.installation().expect(200).json().get("held").getAsBoolean()).isFalse();
            assertThat(Files.readString(jira.home().resolve("dbconfig.xml"))).contains("<url>jdbc:");

            leaveANoteWaiting(scene, linked, Jira.IN_PROGRESS);
            restartUnder(RENAMED, jira, scene);
            scene.move(linked, Jira.DONE);
            assertHeld(scene, linked, 0, 2);
            administrator.decide("same").expect(204);
            assertThat(scene.awaitMovesTold(linked, 2)).hasSize(2);
            scene.awaitNothingWaiting();

            leaveANoteWaiting(scene, linked, Jira.TO_DO);
            restartUnder(STAGING, jira, scene);
            assertHeld(scene, linked, 2, 1);
            JsonObject deleted = administrator.decide("copy").expect(200).json();
            assertThat(deleted.get("connections").getAsInt()).isEqualTo(1);
            assertThat(deleted.get("messages").getAsInt()).isEqualTo(1);
            assertThat(scene.state()).isEqualTo("not_connected");
            assertThat(scene.waiting()).isZero();
            assertThat(administrator.installation().expect(200).json().get("held").getAsBoolean()).isFalse();
            assertThat(scene.pluginAs(Account.VIEWER).linkList(linked.issue())).hasSize(1);
            assertThat(scene.movesTold(linked)).hasSize(2);
            assertThat(scene.intercom().requests("/auth/uninstall")).isEmpty();
        }
    }

    private static void leaveANoteWaiting(Scene scene, LinkedIssue linked, String transition) {
        scene.intercom().goDown();
        scene.move(linked, transition);
        assertThat(scene.waiting()).isEqualTo(1);
    }

    private static void restartUnder(URI baseUrl, JiraProcess jira, Scene scene) {
        jira.stop();
        scene.intercom().recover();
        scene.intercom().forgetRequests();
        jira.startUnder(baseUrl);
    }

    private static void assertHeld(Scene scene, LinkedIssue linked, int told, int waiting) {
        JsonObject installation = scene.pluginAs(Account.ADMIN).installation().expect(200).json();
        assertThat(installation.get("held").getAsBoolean()).isTrue();
        assertThat(installation.getAsJsonArray("differences")).hasSize(1).first().asString().contains("base_url");
        await("two looks").during(TWO_LOOKS).atMost(Scene.PATIENCE).until(() -> scene.movesTold(linked).size() == told);
        assertThat(scene.waiting()).isEqualTo(waiting);
    }
}
