package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import com.atlassian.scheduler.SchedulerService;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.TestPluginSettings;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.MockedStatic;
import org.mockito.Mockito;

@SuppressWarnings({"unchecked", "rawtypes"})
class ReconcilerTest {
    private final ManualClock clock = new ManualClock();
    private final SearchService search = mock(SearchService.class);
    private final ConnectionService connections = mock(ConnectionService.class);
    private final MissedFacts missed = mock(MissedFacts.class);
    private final Watermark watermark = new Watermark(new TestPluginSettings(), clock);
    private final Reconciler reconciler = new Reconciler(mock(SchedulerService.class), search, connections, missed, watermark, clock);
    private final MutableIssue issue = Samples.issue();
    private final SearchResults<Issue> page = mock(SearchResults.class);
    private final MockedStatic<PagerFilter> pagers = Mockito.mockStatic(PagerFilter.class);

    @BeforeEach
    void prepare() throws SearchException {
        when(connections.all()).thenReturn(List.of(Samples.connection(ConnectionState.CONNECTED)));
        SearchService.ParseResult parsed = mock(SearchService.ParseResult.class);
        when(parsed.getQuery()).thenReturn(mock(Query.class));
        when(search.parseQuery(any(), any())).thenReturn(parsed);
        when(search.searchOverrideSecurity(any(), any(), any())).thenReturn(page);
        when(page.getResults()).thenReturn(List.of(issue));
        watermark.get();
    }

    @AfterEach
    void close() {
        pagers.close();
    }

    @Test
    void theChangedIssuesOfConnectedProjectsAreLookedAtSinceTheWatermark() {
        Instant start = clock.instant();
        clock.advance(Duration.ofMinutes(10));
        when(missed.recover(issue, start, clock.instant().minus(Reconciler.SETTLED))).thenReturn(2);

        assertThat(reconciler.reconcile()).isEqualTo(2);

        verify(search).parseQuery(null, "project in (10000) AND updated >= -12m ORDER BY id ASC");
        clock.advance(Duration.ofSeconds(10));
        assertThat(watermark.get()).isEqualTo(start.plus(Duration.ofMinutes(10)).minus(Reconciler.OVERLAP));
    }

    @Test
    void aTroubledSearchLeavesTheWatermarkWhereItIs() throws SearchException {
        Instant start = clock.instant();
        clock.advance(Duration.ofMinutes(10));
        when(search.searchOverrideSecurity(any(), any(), any())).thenThrow(new IllegalStateException("the index is being rebuilt"));

        reconciler.runJob(null);

        assertThat(watermark.get()).isEqualTo(start);
    }

    @Test
    void moreThanARunMayLookAtIsLeftToTheNext() {
        Instant start = clock.instant();
        clock.advance(Duration.ofMinutes(10));
        when(page.getResults()).thenReturn(Collections.nCopies(Reconciler.PAGE, issue));

        reconciler.reconcile();

        pagers.verify(() -> PagerFilter.newPageAlignedFilter((Reconciler.MOST_PAGES - 1) * Reconciler.PAGE, Reconciler.PAGE));
        clock.advance(Duration.ofSeconds(10));
        assertThat(watermark.get()).isEqualTo(start);
    }

    @Test
    void withoutAConnectionNothingIsSearchedAndTheWatermarkAdvances() throws SearchException {
        when(connections.all()).thenReturn(List.of());
        clock.advance(Duration.ofMinutes(10));

        assertThat(reconciler.reconcile()).isZero();

        verify(search, never()).searchOverrideSecurity(any(), any(), any());
        assertThat(watermark.get()).isEqualTo(clock.instant().minus(Reconciler.OVERLAP));
    }

    @Test
    void whatIsOlderThanAnHourIsNotToldAnyMore() {
        clock.advance(Duration.ofDays(1));

        reconciler.reconcile();

        verify(missed).recover(eq(issue), eq(clock.instant().minus(Watermark.OLDEST)), any());
    }
}
