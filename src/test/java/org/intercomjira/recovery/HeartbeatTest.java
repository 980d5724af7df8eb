package org.intercomjira.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.ApplicationProperties;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.intercomjira.platform.InstallationReader;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;
import org.intercomjira.testing.TestPluginSettings;

@Tables({NodeEntity.class, RecoveryWindowEntity.class, SilenceEntity.class})
class HeartbeatTest {
    private static final IssueId ISSUE = new IssueId(10_107);
    private static final ProjectId PROJECT = new ProjectId(10_000);

    private final TestDatabase database;
    private final ManualClock clock = new ManualClock();
    private final TestPluginSettings settings = new TestPluginSettings();
    private final RecoveryStore store;
    private final RecoveryWindows windows;
    private final FailedJudgements failures;
    private final Silences silences;

    HeartbeatTest(TestDatabase database) {
        this.database = database;
        store = new RecoveryStore(database.activeObjects());
        windows = new RecoveryWindows(store, settings, clock);
        failures = new FailedJudgements(windows, clock);
        silences = new Silences(new SilenceStore(database.activeObjects()), clock);
        windows.since();
        clock.advance(Duration.ofHours(2));
    }

    @OnEveryDatabase
    void nodesThatBeatOpenNoWindow() {
        Heartbeat one = node();
        Heartbeat two = node();
        for (int beat = 0; beat < 20; beat++) {
            one.beat();
            two.beat();
            clock.advance(RecoveryTimes.BEAT_INTERVAL);
        }

        assertThat(store.nodes()).hasSize(2);
        assertThat(all()).isEmpty();
    }

    @OnEveryDatabase
    void aNodeThatStopsBeatingOpensOneWindowFromItsLastBeatOn() {
        Heartbeat one = node();
        Heartbeat two = node();
        Heartbeat dying = node();
        Instant last = clock.instant();
        dying.beat();
        watch(one, two, RecoveryTimes.DEAD_AFTER.plus(RecoveryTimes.BEAT_INTERVAL.multipliedBy(2)));

        assertThat(all()).singleElement().satisfies(window -> {
            assertThat(window.holds(last)).isTrue();
            assertThat(window.holds(clock.instant())).isTrue();
            assertThat(window.holds(last.minus(RecoveryTimes.SETTLE_TIME))).as("its judgement may have been under way").isTrue();
            assertThat(window.dueAt()).isBeforeOrEqualTo(clock.instant().plus(RecoveryTimes.SETTLE_TIME));
        });
        assertThat(store.nodes()).hasSize(2);
    }

    @OnEveryDatabase
    void aNodeIsDeadOnceItWasWatchedForTwentySecondsAndNoEarlier() {
        Heartbeat one = node();
        node().beat();
        one.beat();
        clock.advance(RecoveryTimes.DEAD_AFTER.minusMillis(1));
        one.beat();
        assertThat(store.nodes()).hasSize(2);
        assertThat(all()).isEmpty();
        clock.advance(Duration.ofMillis(1));

        one.beat();

        assertThat(store.nodes()).hasSize(1);
        assertThat(all()).hasSize(1);
    }

    /** An hour of healthy beats must not be searched because the node dies at its end. */
    @OnEveryDatabase
    void theWindowOfADeadNodeBeginsRightBeforeItsLastBeatHoweverLongItHasLived() {
        Heartbeat one = node();
        Heartbeat dying = node();
        watch(one, dying, Duration.ofMinutes(2));
        Instant last = clock.instant().minus(RecoveryTimes.BEAT_INTERVAL);
        watch(one, one, RecoveryTimes.DEAD_AFTER.plus(RecoveryTimes.BEAT_INTERVAL.multipliedBy(2)));

        assertThat(all()).extracting(RecoveryWindow::from).containsExactly(last.minus(RecoveryTimes.BEAT_INTERVAL).minus(RecoveryTimes.SETTLE_TIME));
    }

    @OnEveryDatabase
    void twoNodesThatFindTheSameRunDeadOpenOneWindow() {
        node().beat();
        RecoveryStore.Node dead = store.nodes().get(0);
        RecoveryWindow window = windows.overAll("node_ended", clock.instant());

        assertThat(store.bury(dead, window)).isTrue();
        assertThat(store.bury(dead, window)).isFalse();

        assertThat(all()).hasSize(1);
    }

    @OnEveryDatabase
    void aRunThatBeatsAfterItWasReadIsNotFoundDead() {
        Heartbeat slow = node();
        slow.beat();
        RecoveryStore.Node before = store.nodes().get(0);
        slow.beat();

        assertThat(store.bury(before, windows.overAll("node_ended", clock.instant()))).isFalse();

        assertThat(store.nodes()).hasSize(1);
        assertThat(all()).isEmpty();
    }

    @OnEveryDatabase
    void aBeatSaysWhetherTheRunWasThoughtAlive() {
        assertThat(store.beat("run", clock.instant(), "here")).as("its first").isFalse();
        assertThat(store.beat("run", clock.instant(), "here")).isTrue();
        store.bury(store.nodes().get(0), windows.overAll("node_ended", clock.instant()));

        assertThat(store.beat("run", clock.instant(), "here")).as("it was declared dead").isFalse();
    }

    @OnEveryDatabase
    void whatTheClockOfADeadNodeSaidDoesNotMatter() {
        Heartbeat one = node();
        ManualClock ahead = new ManualClock(clock.instant().plusSeconds(50));
        new Heartbeat(store, windows, failures, silences, installation("/home"), ahead).beat();
        watch(one, one, RecoveryTimes.DEAD_AFTER.plus(RecoveryTimes.BEAT_INTERVAL.multipliedBy(2)));

        assertThat(all()).singleElement().satisfies(window -> assertThat(window.holds(ahead.instant())).isTrue());
    }

    @OnEveryDatabase
    void aNodeThatWasTakenForDeadBeatsOn() {
        Heartbeat one = node();
        Heartbeat frozen = node();
        frozen.beat();
        watch(one, one, RecoveryTimes.DEAD_AFTER.plus(RecoveryTimes.BEAT_INTERVAL.multipliedBy(2)));
        assertThat(store.nodes()).hasSize(1);

        frozen.beat();

        assertThat(store.nodes()).hasSize(2);
    }

    @OnEveryDatabase
    void aStartFindsTheRunBeforeItDead() {
        node().beat();
        clock.advance(Duration.ofMinutes(20));
        Instant whileTheAppWasOff = clock.instant().minus(Duration.ofMinutes(10));
        Heartbeat restarted = node();
        watch(restarted, restarted, RecoveryTimes.DEAD_AFTER.plus(RecoveryTimes.BEAT_INTERVAL.multipliedBy(2)));

        assertThat(windows.around(ISSUE, PROJECT, whileTheAppWasOff)).hasSize(1);
    }

    @OnEveryDatabase
    void theTimeInWhichTheDatabaseWasAwayIsAWindow() {
        Heartbeat one = node();
        one.beat();
        database.goAway();
        clock.advance(RecoveryTimes.BEAT_INTERVAL);
        Instant away = clock.instant();
        assertThatThrownBy(one::beat).isInstanceOf(RuntimeException.class);
        clock.advance(RecoveryTimes.BEAT_INTERVAL);
        database.comeBack();

        one.beat();

        assertThat(windows.around(ISSUE, PROJECT, away)).hasSize(1);
        one.beat();
        assertThat(all()).hasSize(1);
    }

    @OnEveryDatabase
    void aNodeThatStoodStillDoesNotKnowWhatItMissed() {
        Heartbeat one = node();
        one.beat();
        Instant frozen = clock.instant().plusSeconds(10);
        clock.advance(RecoveryTimes.DEAD_AFTER);

        one.beat();

        assertThat(windows.around(ISSUE, PROJECT, frozen)).hasSize(1);
    }

    @OnEveryDatabase
    void aBeatDoesNotAdvanceWhileAFailedJudgementIsNotOnRecord() {
        Heartbeat one = node();
        one.beat();
        long beats = store.nodes().get(0).beats();
        database.goAway();
        failures.failed(ISSUE);
        failures.failed();
        assertThatThrownBy(one::beat).isInstanceOf(RuntimeException.class);
        database.comeBack();
        assertThat(store.nodes().get(0).beats()).isEqualTo(beats);

        one.beat();

        assertThat(store.nodes().get(0).beats()).isEqualTo(beats + 1);
        assertThat(windows.around(ISSUE, PROJECT, clock.instant())).extracting(RecoveryWindow::cause).contains(FailedJudgements.CAUSE);
    }

    /** If this node dies now, the window reaches back to just before the last beat: the change must not be older. */
    @OnEveryDatabase
    void aHeartbeatWaitsForAJudgementThatTakesLong() {
        Heartbeat one = node();
        one.beat();
        long beats = store.nodes().get(0).beats();
        failures.begins();
        clock.advance(RecoveryTimes.SETTLE_TIME.plusMillis(1));
        assertThatThrownBy(one::beat).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(one::beat).isInstanceOf(IllegalStateException.class);
        assertThat(store.nodes().get(0).beats()).isEqualTo(beats);
        assertThat(all()).isEmpty();

        failures.ends();
        one.beat();

        assertThat(store.nodes().get(0).beats()).isEqualTo(beats + 1);
        assertThat(all()).singleElement().matches(window -> window.holds(clock.instant().minus(RecoveryTimes.SETTLE_TIME)));
    }

    @OnEveryDatabase
    void aJudgementThatHangsForeverIsGivenUp() {
        Heartbeat one = node();
        failures.begins();
        clock.advance(RecoveryTimes.MAX_WINDOW);

        one.beat();

        assertThat(store.nodes()).hasSize(1);
    }

    @OnEveryDatabase
    void whatHappensBeforeTheFirstBeatThatSucceedsIsInAWindow() {
        Instant start = clock.instant();
        Heartbeat one = node();
        database.goAway();
        assertThatThrownBy(one::beat).isInstanceOf(RuntimeException.class);
        clock.advance(Duration.ofMinutes(5));
        database.comeBack();

        one.beat();

        assertThat(windows.around(ISSUE, PROJECT, start)).hasSize(1);
    }

    /** Recovery judges what a window holds, so the window must not be known before the silence is. */
    @OnEveryDatabase
    void aSilenceThatCouldNotBeStoredIsOnRecordBeforeAnyWindow() {
        Heartbeat one = node();
        one.beat();
        database.goAway();
        silences.bulkGoesOn("ann");
        clock.advance(RecoveryTimes.BEAT_INTERVAL);
        silences.bulkGoesOn("ann");
        assertThatThrownBy(one::beat).isInstanceOf(RuntimeException.class);
        database.comeBack();
        assertThat(all()).isEmpty();

        one.beat();

        Instant first = clock.instant().minus(RecoveryTimes.BEAT_INTERVAL);
        assertThat(silences.since(Instant.EPOCH)).singleElement().satisfies(silence -> {
            assertThat(silence.from()).isEqualTo(first);
            assertThat(silence.to()).isEqualTo(clock.instant().plus(Silences.LASTS));
        });
        assertThat(windows.around(ISSUE, PROJECT, first)).hasSize(1);
        one.beat();
        assertThat(silences.since(Instant.EPOCH)).hasSize(1);
    }

    @OnEveryDatabase
    void theWindowOfAnyDeathBeforeWouldBeOpenOnceARunHasWatchedForLongEnough() {
        Heartbeat one = node();
        assertThat(windows.wouldBeOpen()).isFalse();
        one.beat();
        clock.advance(RecoveryTimes.NOTICE_TIME.minusMillis(1));
        one.beat();
        assertThat(windows.wouldBeOpen()).isFalse();
        clock.advance(Duration.ofMillis(1));

        assertThat(windows.wouldBeOpen()).isTrue();
    }

    @OnEveryDatabase
    void aFailedJudgementIsOnRecordAtOnce() {
        failures.failed(ISSUE);

        assertThat(windows.around(ISSUE, PROJECT, clock.instant())).hasSize(1);
        assertThat(windows.around(new IssueId(1), PROJECT, clock.instant())).isEmpty();
    }

    private void watch(Heartbeat one, Heartbeat two, Duration time) {
        for (Instant end = clock.instant().plus(time); clock.instant().isBefore(end); clock.advance(RecoveryTimes.BEAT_INTERVAL)) {
            one.beat();
            two.beat();
        }
    }

    @OnEveryDatabase
    void aLivingHeartbeatOfAnotherJiraIsNoticedByBothUntilItEnds() {
        WorkingInstallations here = installation("/home");
        WorkingInstallations there = installation("/copy-of-home");
        Heartbeat one = new Heartbeat(store, windows, failures, silences, here, clock);
        Heartbeat two = new Heartbeat(store, windows, failures, silences, here, clock);
        Heartbeat copy = new Heartbeat(store, windows, failures, silences, there, clock);
        watch(one, two, RecoveryTimes.BEAT_INTERVAL.multipliedBy(3));
        assertThat(here.atWork()).isEmpty();

        copy.beat();
        one.beat();
        assertThat(here.atWork()).as("one that has ended may have left it").isEmpty();
        copy.beat();
        one.beat();
        copy.beat();
        assertThat(here.atWork()).containsExactly(there.own());
        assertThat(there.atWork()).containsExactly(here.own());

        watch(one, two, RecoveryTimes.DEAD_AFTER.plus(RecoveryTimes.BEAT_INTERVAL.multipliedBy(2)));
        assertThat(here.atWork()).isEmpty();
    }

    private static WorkingInstallations installation(String sharedHome) {
        ApplicationProperties properties = mock(ApplicationProperties.class);
        when(properties.getSharedHomeDirectory()).thenReturn(Optional.of(Path.of(sharedHome)));
        when(properties.getLocalHomeDirectory()).thenReturn(Optional.empty());
        return new WorkingInstallations(new InstallationReader(properties));
    }

    private Heartbeat node() {
        return new Heartbeat(store, windows, failures, silences, installation("/home"), clock);
    }

    private List<RecoveryWindow> all() {
        return store.reaching(Scope.all(), Instant.EPOCH);
    }
}
