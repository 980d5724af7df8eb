package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.util.thread.JiraThreadLocalUtil;
import com.atlassian.scheduler.SchedulerService;
import com.atlassian.scheduler.config.JobId;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.link.LinkedIssueStore;
import org.intercomjira.notification.IssueRecovery.Recovered;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.JiraThreadFrame;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.recovery.RecoveryWindow;
import org.intercomjira.recovery.RecoveryWindows;
import org.intercomjira.recovery.Scope;
import org.intercomjira.recovery.Silences;
import org.intercomjira.settings.ProjectSettingsService;
import org.intercomjira.settings.SettingsChangeTimes;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.TestLocks;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MissedEventSearchTest {
    private final ManualClock clock = new ManualClock();
    private final IssueManager issues = mock(IssueManager.class);
    private final LinkedIssueStore linked = mock(LinkedIssueStore.class);
    private final ConnectionService connections = mock(ConnectionService.class);
    private final ProjectSettingsService settings = mock(ProjectSettingsService.class);
    private final SettingsChangeTimes settingsTimes = mock(SettingsChangeTimes.class);
    private final IssueRecovery recovery = mock(IssueRecovery.class);
    private final RecoveryWindows windows = mock(RecoveryWindows.class);
    private final Silences silences = mock(Silences.class);
    private final SchedulerService scheduler = mock(SchedulerService.class);
    private final TestLocks locks = new TestLocks();
    private final MissedEventSearch search = new MissedEventSearch(issues, linked, connections, settings, settingsTimes, recovery, windows, silences, locks, scheduler, clock,
            new JiraThreadFrame(mock(JiraThreadLocalUtil.class)));

    @BeforeEach
    void prepare() {
        when(recovery.recover(any(), any())).thenReturn(Recovered.NOTHING);
        when(connections.all()).thenReturn(List.of(Samples.connection(ConnectionState.CONNECTED)));
        when(settings.now(Samples.DEMO)).thenReturn(Samples.settings(true, true));
    }

    @Test
    void aWindowOverEverythingIsSearchedPageByPage() {
        RecoveryWindow window = due(Scope.all(), 0);
        issue(1, clock.instant());
        issue(2, clock.instant());
        when(linked.issuesAbove(0, MissedEventSearch.PAGE)).thenReturn(new LinkedIssueStore.Page(List.of(new IssueId(1), new IssueId(2)), true));

        assertThat(search.searchPage()).isTrue();

        verify(windows).searched(window, new IssueId(2));
        verify(windows, never()).end(any());
        RecoveryWindow next = due(Scope.all(), 2);
        when(linked.issuesAbove(2, MissedEventSearch.PAGE)).thenReturn(new LinkedIssueStore.Page(List.of(), false));
        assertThat(search.searchPage()).isTrue();
        verify(windows).end(next);
    }

    @Test
    void issuesThatWereNotTouchedInTheWindowAreSkipped() {
        RecoveryWindow window = due(Scope.all(), 0);
        MutableIssue touched = issue(1, clock.instant());
        MutableIssue atRest = issue(2, clock.instant().minus(Duration.ofHours(3)));
        when(linked.issuesAbove(anyLong(), anyInt())).thenReturn(new LinkedIssueStore.Page(List.of(new IssueId(1), new IssueId(2), new IssueId(3)), false));

        search.searchPage();

        verify(recovery).recover(touched, List.of(window));
        verify(recovery, never()).recover(eq(atRest), any());
        verify(windows).end(window);
    }

    @Test
    void aWindowOfAProjectIsSearchedInItsLinks() {
        due(Scope.of(Samples.DEMO), 0);
        MutableIssue touched = issue(1, clock.instant());
        when(linked.issuesAbove(eq(new ProjectId(10_000)), anyLong(), anyInt())).thenReturn(new LinkedIssueStore.Page(List.of(new IssueId(1)), false));

        search.searchPage();

        verify(recovery).recover(eq(touched), any());
    }

    @ParameterizedTest
    @ValueSource(classes = {StackOverflowError.class, AssertionError.class, OutOfMemoryError.class, IllegalStateException.class})
    void aPoisonousIssueHoldsUpNoOtherAndIsTriedAgain(Class<? extends Throwable> poisoned) {
        RecoveryWindow window = due(Scope.all(), 0);
        MutableIssue poison = issue(1, clock.instant());
        MutableIssue healthy = issue(2, clock.instant());
        when(recovery.recover(eq(poison), any())).thenThrow(poisoned);
        when(linked.issuesAbove(anyLong(), anyInt())).thenReturn(new LinkedIssueStore.Page(List.of(new IssueId(1), new IssueId(2)), false));

        search.searchPage();

        verify(recovery).recover(eq(healthy), any());
        verify(windows).searchLater(window, new IssueId(1));
        verify(windows, never()).searchLater(window, new IssueId(2));
        verify(windows).end(window);
    }

    @Test
    void aWindowThatHasExpiredIsNotSearched() {
        RecoveryWindow window = due(Scope.all(), 0);
        when(windows.isExpired(window)).thenReturn(true);

        assertThat(search.searchPage()).as("the next window comes at once").isTrue();

        verify(windows).end(window);
        verify(linked, never()).issuesAbove(anyLong(), anyInt());
    }

    @Test
    void whatAnotherNodeIsSearchingIsLeftToIt() {
        due(Scope.all(), 0);
        CompletableFuture.runAsync(() -> locks.getLockForName("org.intercomjira.recovery.search").lock()).join();

        assertThat(search.searchPage()).isFalse();

        verify(linked, never()).issuesAbove(anyLong(), anyInt());
    }

    @Test
    void whatAnotherNodeHasSearchedMeanwhileIsNotSearchedAgain() {
        RecoveryWindow window = due(Scope.all(), 0);
        when(windows.due()).thenReturn(Optional.of(window), Optional.empty());

        assertThat(search.searchPage()).isFalse();

        verify(linked, never()).issuesAbove(anyLong(), anyInt());
    }

    @Test
    void withoutAWindowThereIsNothingToDoButToForget() {
        when(windows.due()).thenReturn(Optional.empty());

        assertThat(search.searchPage()).isFalse();

        verify(windows).sweep();
        verify(silences).sweep();
    }

    @Test
    void theFirstSearchEndsTheJobOfTheOldVersionAndNotesTheSettings() {
        when(windows.due()).thenReturn(Optional.empty());
        search.searchPage();
        search.searchPage();

        verify(scheduler, times(1)).unscheduleJob(JobId.of("org.intercomjira.notification.reconciler"));
        verify(settingsTimes, times(1)).changedAt(Samples.DEMO, Samples.settings(true, true));
    }

    @Test
    void aDatabaseThatIsAwayAtTheStartCostsOnlyTime() {
        when(windows.due()).thenReturn(Optional.empty());
        when(settings.now(Samples.DEMO)).thenThrow(new IllegalStateException("The database is away")).thenReturn(Samples.settings(true, true));
        assertThatThrownBy(search::searchPage).hasMessage("The database is away");
        verify(windows, never()).sweep();

        search.searchPage();

        verify(settingsTimes).changedAt(Samples.DEMO, Samples.settings(true, true));
        verify(windows).sweep();
    }

    private RecoveryWindow due(Scope scope, long searchedTo) {
        Instant now = clock.instant();
        RecoveryWindow window = new RecoveryWindow(1, scope, "node_ended", now.minusSeconds(60), now, now, now, searchedTo, 0, false);
        when(windows.due()).thenReturn(Optional.of(window));
        return window;
    }

    private MutableIssue issue(long id, Instant updated) {
        MutableIssue issue = mock(MutableIssue.class);
        when(issue.getUpdated()).thenReturn(Timestamp.from(updated));
        when(issues.getIssueObject(id)).thenReturn(issue);
        return issue;
    }
}
