package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.core.ThrowingRunnable;
import org.intercomjira.platform.Installation;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;

/** A database with waiting messages that another Jira has copied, on two nodes. */
@Tables({OutboxEntity.class, LaneEntity.class})
class CopyGuardTest {
    private static final String KEY = "org.intercomjira.installation";
    private static final Installation PRODUCTION = new Installation("https://jira.example", "/shared", "db-1");
    private static final Installation STAGING = new Installation("https://staging.example", "/shared", "db-1");

    private final ManualClock clock = new ManualClock();
    private final TestNode.Cluster cluster = new TestNode.Cluster();
    private final ScriptedCourier courier = new ScriptedCourier();
    private final TestNode one;
    private final TestNode other;

    CopyGuardTest(TestDatabase database) {
        ActiveObjects ao = database.activeObjects();
        one = new TestNode(ao, clock, cluster, courier);
        other = new TestNode(ao, clock, cluster, courier);
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
    }

    @OnEveryDatabase
    void theFirstStartRecordsAndSends() {
        start(PRODUCTION);
        one.enqueue("1", "a");
        eventually(() -> assertThat(courier.delivered()).containsExactly("a"));
        assertThat(one.copyGuard.differences()).isEmpty();
        assertThat((String) settings().get(KEY)).contains("https://jira.example", "/shared", "db-1");
    }

    @OnEveryDatabase
    void aCopyUnderAnotherBaseUrlSendsNothingAndTheSameJiraGoesOn() {
        recordedByProduction("a", "b");
        start(STAGING);
        other.enqueue("2", "c");
        wake(Duration.ofSeconds(10));

        // Each drainer has looked and has set its alarm by now: nothing is claimed.
        await().during(Duration.ofMillis(300)).atMost(TestNode.PATIENCE).until(() -> courier.attempts().isEmpty());
        assertThat(one.outbox.countsOf("10000").waiting()).isEqualTo(3);
        assertThat(one.copyGuard.differences()).containsExactly(new Difference(Difference.Kind.BASE_URL, "https://jira.example", "https://staging.example"));

        other.copyGuard.acceptAsSame();
        wake(Duration.ofSeconds(10));
        eventually(() -> assertThat(courier.delivered()).containsExactlyInAnyOrder("a", "b", "c"));
        assertThat(one.copyGuard.isHeld()).isFalse();
        assertThat(other.copyGuard.isHeld()).isFalse();
    }

    @OnEveryDatabase
    void messagesOfACopyEndWhateverTheyWaitFor() {
        one.held.add("20000");
        CompletableFuture<Outcome> underWay = courier.willWait("a");
        one.installation = PRODUCTION;
        other.installation = PRODUCTION;
        one.lanes.start();
        one.enqueue("1", "a", "b");
        one.outbox.enqueue(TestNode.message("20000", "2", "held"));
        eventually(() -> assertThat(courier.attempts()).hasSize(1));
        eventually(() -> assertThat(one.store.held("workspace", "20000", 9)).hasSize(1));
        one.installation = STAGING;
        clock.advance(Duration.ofSeconds(1));
        IntStream.range(0, 250).forEach(i -> one.enqueue("3", "many-" + i));

        assertThat(one.copiedMessages.discardPending()).isEqualTo(253);
        one.copyGuard.recordAnew();
        other.installation = STAGING;
        underWay.complete(new Outcome.Unknown("late"));
        one.held.clear();
        one.enqueue("1", "new");
        wake(Duration.ofMinutes(10));

        eventually(() -> assertThat(courier.delivered()).containsExactly("new"));
        assertThat(courier.attempts()).hasSize(2);
        eventually(() -> assertThat(one.outbox.countsOf("10000").waiting()).isZero());
        assertThat(one.outbox.find("fact:a")).hasValueSatisfying(progress -> {
            assertThat(progress.state()).isEqualTo(Progress.State.DONE);
            assertThat(progress.code()).isEqualTo("discarded");
        });
        assertThat(one.outbox.enqueue(TestNode.message("1", "many-7"))).isFalse();
    }

    @OnEveryDatabase
    void anotherSharedHomeOrDatabaseIsASign() {
        recordedByProduction();
        one.installation = new Installation("https://jira.example", "/other", "db-2");
        assertThat(one.copyGuard.differences()).containsExactly(new Difference(Difference.Kind.SHARED_HOME, "/shared", "/other"),
            new Difference(Difference.Kind.DATABASE, null, null));
    }

    @OnEveryDatabase
    void anotherJiraThatWorksOnTheTablesIsASignUntilItIsAccepted() {
        recordedByProduction();
        one.foreign.add("beat-1");
        assertThat(one.copyGuard.differences()).containsExactly(new Difference(Difference.Kind.FOREIGN_HEARTBEATS, null, null));

        one.copyGuard.acceptAsSame();
        assertThat(one.copyGuard.isHeld()).isFalse();
        one.foreign.add("beat-2");
        clock.advance(Duration.ofSeconds(1));
        assertThat(one.copyGuard.isHeld()).isTrue();
        one.foreign.remove("beat-2");
        clock.advance(Duration.ofSeconds(1));
        assertThat(one.copyGuard.isHeld()).isFalse();
    }

    /** Nodes may mount the shared home at different paths: a decision for one must not hold the other. */
    @OnEveryDatabase
    void aNodeWithAPathOfItsOwnIsAcceptedBesideTheOthers() {
        recordedByProduction();
        other.installation = new Installation("https://jira.example", "/mnt/shared", "db-1");
        assertThat(one.copyGuard.isHeld()).isFalse();
        assertThat(other.copyGuard.isHeld()).isTrue();

        other.copyGuard.acceptAsSame();
        clock.advance(Duration.ofSeconds(1));
        assertThat(List.of(one.copyGuard.isHeld(), other.copyGuard.isHeld())).containsExactly(false, false);
    }

    @OnEveryDatabase
    void aValueThatIsNotKnownIsNoSignAndIsRecordedAsSoonAsItIs() {
        one.installation = new Installation(null, null, null);
        assertThat(one.copyGuard.isHeld()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        one.installation = PRODUCTION;
        assertThat(one.copyGuard.isHeld()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        one.installation = new Installation(null, null, null);
        assertThat(one.copyGuard.isHeld()).isFalse();
        clock.advance(Duration.ofSeconds(1));
        one.installation = STAGING;
        assertThat(one.copyGuard.isHeld()).isTrue();
    }

    /** What differs is recorded by a decision only. */
    @OnEveryDatabase
    void aCopyDoesNotCompleteTheRecord() {
        one.installation = new Installation("https://jira.example", "/shared", null);
        assertThat(one.copyGuard.isHeld()).isFalse();
        one.installation = STAGING;
        clock.advance(Duration.ofSeconds(1));
        assertThat(one.copyGuard.isHeld()).isTrue();
        assertThat((String) settings().get(KEY)).doesNotContain("db-1", "staging");
    }

    @OnEveryDatabase
    void aRecordThatCannotBeReadHoldsUntilADecision() {
        settings().put(KEY, "{broken");
        one.installation = PRODUCTION;
        assertThat(one.copyGuard.isHeld()).isTrue();
        one.copyGuard.acceptAsSame();
        assertThat(one.copyGuard.isHeld()).isFalse();
    }

    @OnEveryDatabase
    void aNewRecordTakesTheOldOnesPlace() {
        recordedByProduction();
        one.installation = STAGING;
        one.copyGuard.recordAnew();
        assertThat(one.copyGuard.isHeld()).isFalse();
        other.installation = PRODUCTION;
        assertThat(other.copyGuard.isHeld()).isTrue();
    }

    /** The record of a Jira whose base URL alone is written in another way. */
    @OnEveryDatabase
    void upperAndLowerCaseOfAHostAreTheSame() {
        recordedByProduction();
        one.installation = new Installation("https://JIRA.example", "/shared", "db-1");
        assertThat(one.copyGuard.isHeld()).isFalse();
    }

    private void recordedByProduction(String... waiting) {
        one.installation = PRODUCTION;
        assertThat(one.copyGuard.isHeld()).isFalse();
        one.enqueue("1", waiting);
        clock.advance(Duration.ofSeconds(1));
    }

    private void start(Installation installation) {
        for (TestNode node : List.of(one, other)) {
            node.installation = installation;
            node.lanes.start();
        }
    }

    private PluginSettings settings() {
        return cluster.settings().createGlobalSettings();
    }

    private void wake(Duration later) {
        clock.advance(later);
        one.lanes.wakeAll();
        other.lanes.wakeAll();
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().pollInterval(Duration.ofMillis(10)).atMost(TestNode.PATIENCE).untilAsserted(assertion);
    }
}
