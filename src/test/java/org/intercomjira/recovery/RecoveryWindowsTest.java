package org.intercomjira.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.sal.api.pluginsettings.PluginSettings;
import java.time.Duration;
import java.time.Instant;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;
import org.intercomjira.testing.TestPluginSettings;

@Tables(RecoveryWindowEntity.class)
class RecoveryWindowsTest {
    private static final IssueId ISSUE = new IssueId(10_107);
    private static final ProjectId PROJECT = new ProjectId(10_000);

    private final ManualClock clock = new ManualClock();
    private final TestPluginSettings settings = new TestPluginSettings();
    private final RecoveryStore store;
    private final RecoveryWindows windows;

    RecoveryWindowsTest(TestDatabase database) {
        store = new RecoveryStore(database.activeObjects());
        windows = new RecoveryWindows(store, settings, clock);
    }

    @OnEveryDatabase
    void aWindowReachesBackAnHourAtMost() {
        windows.since();
        clock.advance(Duration.ofHours(5));

        assertThat(windows.overAll("test", Instant.EPOCH).from()).isEqualTo(clock.instant().minus(RecoveryTimes.MAX_WINDOW));
    }

    @OnEveryDatabase
    void aWindowNeverReachesBackBeyondTheFirstStart() {
        Instant start = clock.instant();
        windows.since();
        clock.advance(Duration.ofMinutes(5));

        assertThat(windows.overAll("test", Instant.EPOCH).from()).isEqualTo(start);
        assertThat(new RecoveryWindows(store, settings, clock).since()).as("after a restart").isEqualTo(start);
    }

    @OnEveryDatabase
    void afterAnUpgradeFromAVersionThatLeavesNoMarksItsNodesMayStillRun() {
        settings.createGlobalSettings().put("org.intercomjira.notification.reconciled", "1");

        assertThat(windows.since()).isEqualTo(clock.instant().plus(RecoveryTimes.UPGRADE_TIME));
    }

    @OnEveryDatabase
    void aNodeOfTheReleasedVersionFindsNothingMissingWhileItStillRuns() {
        settings.createGlobalSettings().put("org.intercomjira.notification.reconciled", "1");
        windows.openForStart(clock.instant());

        assertThat(settings.createGlobalSettings().get("org.intercomjira.notification.reconciled"))
            .isEqualTo(String.valueOf(clock.instant().plus(Duration.ofDays(7)).toEpochMilli()));
    }

    @OnEveryDatabase
    void whereTheReleasedVersionNeverRanNothingIsKeptForIt() {
        windows.openForStart(clock.instant());

        assertThat(settings.createGlobalSettings().get("org.intercomjira.notification.reconciled")).isNull();
    }

    @OnEveryDatabase
    void whatANodeLetHappenBeforeTheAppStartedIsAWindow() {
        windows.since();
        clock.advance(Duration.ofHours(1));
        Instant nodeStart = clock.instant().minus(Duration.ofMinutes(2));

        windows.openForStart(nodeStart);
        windows.openForStart(clock.instant().minus(Duration.ofDays(9)));

        assertThat(store.reaching(Scope.all(), Instant.EPOCH)).extracting(RecoveryWindow::from)
            .containsExactlyInAnyOrder(nodeStart, clock.instant().minus(RecoveryTimes.START_TIME));
    }

    @OnEveryDatabase
    void aWindowOfAnIssueIsDueWhenCachesCanNoLongerBeStale() {
        windows.since();
        clock.advance(Duration.ofHours(1));
        windows.open(ISSUE, "linked");
        assertThat(windows.due()).isEmpty();

        clock.advance(RecoveryTimes.STALE_CACHE_TIME.plus(RecoveryTimes.SETTLE_TIME));

        RecoveryWindow due = windows.due().orElseThrow();
        assertThat(due.scope()).isEqualTo(Scope.of(ISSUE));
        assertThat(due.holds(clock.instant().minus(RecoveryTimes.SETTLE_TIME).plus(RecoveryTimes.MAX_CLOCK_DIFFERENCE))).isTrue();
        windows.end(due);
        assertThat(windows.due()).isEmpty();
        assertThat(windows.around(ISSUE, PROJECT, clock.instant())).as("it is remembered for later notes").hasSize(1);
        clock.advance(Duration.ofHours(3));
        windows.sweep();
        assertThat(windows.around(ISSUE, PROJECT, due.from())).isEmpty();
    }

    @OnEveryDatabase
    void aWindowIsAboutItsOwnIssuesOnly() {
        windows.open(PROJECT, "connected");

        assertThat(windows.around(ISSUE, PROJECT, clock.instant())).hasSize(1);
        assertThat(windows.around(ISSUE, new ProjectId(1), clock.instant())).isEmpty();
    }

    @OnEveryDatabase
    void aWindowIsAboutItsOwnTimeOnly() {
        windows.since();
        clock.advance(Duration.ofHours(1));
        Instant opened = clock.instant();
        windows.open(ISSUE, "linked");

        assertThat(windows.around(ISSUE, PROJECT, opened.minus(RecoveryTimes.MAX_CLOCK_DIFFERENCE))).hasSize(1);
        assertThat(windows.around(ISSUE, PROJECT, opened.minus(RecoveryTimes.MAX_CLOCK_DIFFERENCE).minusMillis(1))).isEmpty();
        Instant end = opened.plus(RecoveryTimes.STALE_CACHE_TIME).plus(RecoveryTimes.MAX_CLOCK_DIFFERENCE);
        assertThat(windows.around(ISSUE, PROJECT, end)).hasSize(1);
        assertThat(windows.around(ISSUE, PROJECT, end.plusMillis(1))).isEmpty();
    }

    @OnEveryDatabase
    void aWindowIsGivenUpAfterADayAndNotBefore() {
        windows.openForAll("test");
        clock.advance(RecoveryTimes.WINDOW_EXPIRY);
        assertThat(windows.isExpired(windows.due().orElseThrow())).isFalse();
        clock.advance(Duration.ofMillis(1));

        assertThat(windows.isExpired(windows.due().orElseThrow())).isTrue();
    }

    @OnEveryDatabase
    void nodesThatStartForTheFirstTimeAtOnceDoNotStopEachOther() {
        PluginSettings shared = mock(PluginSettings.class);
        when(shared.get("org.intercomjira.recovery.since")).thenReturn(null, String.valueOf(clock.instant().toEpochMilli()));
        when(shared.put(eq("org.intercomjira.recovery.since"), any())).thenThrow(new IllegalStateException("The key is there"));

        assertThat(new RecoveryWindows(store, () -> shared, clock).since()).isEqualTo(clock.instant());
    }

    /** Otherwise each restart would be the first, and nothing before it would be recovered. */
    @OnEveryDatabase
    void aFirstStartThatCannotBeStoredFails() {
        PluginSettings refusing = mock(PluginSettings.class);
        when(refusing.put(any(), any())).thenThrow(new IllegalStateException("The database is read-only"));
        RecoveryWindows first = new RecoveryWindows(store, () -> refusing, clock);

        assertThatThrownBy(first::since).hasMessage("The database is read-only");
    }

    @OnEveryDatabase
    void anIssueThatCannotBeSearchedIsSearchedAgainLaterAndLater() {
        windows.openForAll("test");
        clock.advance(Duration.ofMinutes(2));
        RecoveryWindow all = windows.due().orElseThrow();
        windows.searchLater(all, ISSUE);
        windows.end(all);
        assertThat(windows.due()).isEmpty();

        clock.advance(Duration.ofMinutes(1));
        RecoveryWindow again = windows.due().orElseThrow();
        assertThat(again.scope()).isEqualTo(Scope.of(ISSUE));
        assertThat(again.from()).isEqualTo(all.from());
        windows.searchLater(again, ISSUE);
        windows.end(again);
        clock.advance(Duration.ofSeconds(119));
        assertThat(windows.due()).isEmpty();
        clock.advance(Duration.ofSeconds(1));
        assertThat(windows.due()).isPresent();
        clock.advance(RecoveryTimes.WINDOW_EXPIRY);
        assertThat(windows.isExpired(windows.due().orElseThrow())).isTrue();
    }

    @OnEveryDatabase
    void aSearchGoesOnWhereItStopped() {
        windows.openForAll("test");
        clock.advance(Duration.ofMinutes(2));

        windows.searched(windows.due().orElseThrow(), ISSUE);

        assertThat(windows.due().orElseThrow().searchedTo()).isEqualTo(ISSUE.value());
    }
}
