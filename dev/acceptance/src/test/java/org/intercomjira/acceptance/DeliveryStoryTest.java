package org.intercomjira.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
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
    /** The first attempts after a failure come within seconds; this leaves room for two of them and a slow machine. */
    private static final Duration AFTER_RECOVERY = Duration.ofSeconds(60);
    /** Even, so that each series ends where it began. */
    private static final int SAMPLES = 16;
    /** Generous, because the machine may be busy; waiting for a time-out would be a hundredfold. */
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

    @Test
    void aTransitionIsNotSlowerWhileIntercomIsDownAndTheNotesArriveAfterwards() {
        LinkedIssue linked = scene.linkedIssue("Moved often");
        medianOfTransitions(linked);
        Duration up = medianOfTransitions(linked);
        scene.intercom().goDown();
        Duration down = medianOfTransitions(linked);
        scene.intercom().recover();
        assertThat(down).isLessThanOrEqualTo(up.multipliedBy(MOST_TIMES_SLOWER));
        assertThat(scene.awaitMovesTold(linked, 3 * SAMPLES, AFTER_RECOVERY)).hasSize(3 * SAMPLES);
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
        scene.awaitMovesTold(linked, 1, AFTER_RECOVERY);
        scene.awaitNothingWaiting();
        assertThat(scene.movesTold(linked)).hasSize(1);
    }

    /** Intercom has no idempotency keys: after an answer that never came, the plugin has to look before it writes again. */
    @Test
    void aNoteThatIntercomStoredWithoutAnsweringIsNotDoubled() {
        LinkedIssue linked = scene.linkedIssue("No answer");
        scene.awaitNothingWaiting();
        scene.intercom().storeTheNextNoteWithoutAnswering();
        scene.move(linked, Jira.DONE);
        scene.awaitMovesTold(linked, 1, AFTER_RECOVERY);
        await("an empty outbox").atMost(AFTER_RECOVERY.multipliedBy(2)).until(() -> scene.waiting() == 0);
        assertThat(scene.movesTold(linked)).hasSize(1);
    }

    private Duration medianOfTransitions(LinkedIssue linked) {
        List<Duration> durations = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            long start = System.nanoTime();
            scene.move(linked, i % 2 == 0 ? Jira.IN_PROGRESS : Jira.TO_DO);
            durations.add(Duration.ofNanos(System.nanoTime() - start));
        }
        Collections.sort(durations);
        return durations.get(SAMPLES / 2);
    }
}
