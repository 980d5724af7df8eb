package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.intercomjira.acceptance.face.IntercomApp;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.IntercomProcess;
import org.intercomjira.acceptance.host.JiraProcess;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.Test;

/** A Jira that dies between a change and its note. It is killed for real, so it has a process of its own. */
class CrashTest {
    /** After a failed attempt two minutes pass; what was in flight when Jira died is claimed for longer, as its node may be alive. */
    private static final Duration AFTER_RESTART = Duration.ofMinutes(10);

    @Test
    void aNoteThatWasNotSentBeforeTheCrashArrivesOnceAfterTheRestart() {
        try (IntercomProcess intercom = IntercomProcess.start(); JiraProcess jira = JiraProcess.started(intercom.address())) {
            Site site = new Site(jira.address(), intercom.address());
            IntercomApp.introduceTo(site);
            Scene scene = new Scene(site).connectedBy(Teammate.JIRA_APP);
            LinkedIssue linked = scene.linkedIssue("Survivor");
            scene.awaitNothingWaiting();

            scene.intercom().goDown();
            scene.intercom().forgetRequests();
            scene.move(linked, Jira.DONE);
            await("an attempt that fails").atMost(Scene.PATIENCE).until(() -> !scene.intercom().requests("/conversations/" + linked.conversation()).isEmpty());
            jira.kill();
            scene.intercom().recover();
            assertThat(scene.movesTold(linked)).isEmpty();

            jira.start();
            scene.awaitMovesTold(linked, 1, AFTER_RESTART);
            scene.awaitNothingWaiting();
            assertThat(scene.movesTold(linked)).hasSize(1);
        }
    }
}
