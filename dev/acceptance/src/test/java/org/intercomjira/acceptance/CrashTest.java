package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

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
    /** The note is due at once after the start, or when the back-off of an attempt before the crash has passed. */
    private static final Duration AFTER_RESTART = Duration.ofSeconds(90);

    @Test
    void aNoteThatWasNotSentBeforeTheCrashArrivesOnceAfterTheRestart() {
        try (IntercomProcess intercom = IntercomProcess.start(); JiraProcess jira = JiraProcess.started(intercom.address())) {
            Site site = new Site(jira.address(), intercom.address());
            IntercomApp.introduceTo(site);
            Scene scene = new Scene(site).connectedBy(Teammate.JIRA_APP);
            LinkedIssue linked = scene.linkedIssue("Survivor");
            scene.awaitNothingWaiting();

            scene.intercom().goDown();
            scene.move(linked, Jira.DONE);
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
