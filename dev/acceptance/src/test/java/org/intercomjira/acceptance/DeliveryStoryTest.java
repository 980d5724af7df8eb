package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.Teammate;
import org.intercomjira.acceptance.host.Servers;
import org.intercomjira.acceptance.host.Site;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** N11: editing an issue never waits for Intercom and never fails because of it; no note is lost and none is doubled. */
@ExtendWith(Servers.class)
class DeliveryStoryTest {
    private static final int SAMPLES = 24;
    /** Generous; waiting for a time-out would be a hundredfold. */
    private static final long MOST_TIMES_SLOWER = 3;
    private final Scene scene;

    DeliveryStoryTest(Site site) {
        this.scene = new Scene(site);
    }

    @BeforeEach
    void connect() {
        scene.connectedBy(Teammate.JIRA_APP);
    }

    @AfterEach
    void recover() {
        scene.intercom().recover();
    }

    /** By turns, so that whatever else slows the machine down slows both. */
    @Test
    void aTransitionIsNotSlowerWhileIntercomIsDownAndTheNotesArriveAfterwards() {
        LinkedIssue linked = scene.linkedIssue("Moved often");
        List<Duration> up = new ArrayList<>();
        List<Duration> down = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            scene.intercom().recover();
            up.add(timeToMove(linked, Jira.IN_PROGRESS));
            scene.intercom().goDown();
            down.add(timeToMove(linked, Jira.TO_DO));
        }
        scene.intercom().recover();
        assertThat(median(down)).isLessThanOrEqualTo(median(up).multipliedBy(MOST_TIMES_SLOWER));
        assertThat(scene.awaitMovesTold(linked, 2 * SAMPLES)).hasSize(2 * SAMPLES);
    }

    @Test
    void aTransitionWhileIntercomIsDownSucceedsAndItsNoteArrivesOnceWhenIntercomIsBack() {
        LinkedIssue linked = scene.linkedIssue("Patience");
        scene.awaitNothingWaiting();
        scene.intercom().goDown();
        scene.move(linked, Jira.DONE);
        assertThat(scene.as(Account.DEVELOPER).statusOf(linked.issue())).isEqualTo("Done");
        assertThat(scene.waiting()).isEqualTo(1);
        scene.intercom().recover();
        scene.awaitMovesTold(linked, 1);
        scene.awaitNothingWaiting();
        assertThat(scene.movesTold(linked)).hasSize(1);
    }

    /** Intercom has no idempotency keys: after an answer that never came, the plugin has to look before it writes again. */
    @Test
    void aNoteThatIntercomStoredWithoutAnsweringOrLongAfterwardsIsNotDoubled() {
        LinkedIssue late = scene.linkedIssue("Late");
        LinkedIssue linked = scene.linkedIssue("No answer");
        scene.awaitNothingWaiting();
        scene.intercom().storeTheNextNoteLate(late.conversation());
        scene.intercom().storeTheNextNoteWithoutAnswering();
        scene.move(late, Jira.DONE);
        scene.move(linked, Jira.DONE);
        scene.awaitMovesTold(linked, 1);
        scene.awaitMovesTold(late, 1);
        scene.awaitNothingWaiting();
        assertThat(scene.movesTold(linked)).hasSize(1);
        assertThat(scene.movesTold(late)).hasSize(1);
    }

    private Duration timeToMove(LinkedIssue linked, String transition) {
        long start = System.nanoTime();
        scene.move(linked, transition);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration median(List<Duration> durations) {
        return durations.stream().sorted().toList().get(durations.size() / 2);
    }
}
