package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.notification.Samples.DEMO_7;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.history.ChangeItemBean;
import com.atlassian.jira.issue.status.Status;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TransitionHistoryTest {
    private static final Instant RAN = Instant.parse("2026-11-20T12:00:00Z");

    private final ChangeHistoryManager histories = mock(ChangeHistoryManager.class);
    private final TransitionHistory history = new TransitionHistory(histories);
    private final MutableIssue issue = Samples.issue();

    @Test
    void theChangeOfTheStatusIsFoundWithItsAuthorAndItsNames() {
        ChangeHistory change = change(1, RAN, "1", "3");
        when(histories.getChangeHistories(issue)).thenReturn(List.of(change));

        IssueChange found = history.find(issue, wish("1", "3"), RAN).orElseThrow();

        assertThat(found.changeGroup()).isEqualTo(1L);
        assertThat(found.status()).isEqualTo(new StatusChange("1", "3", "status 1", "status 3"));
        assertThat(found.function()).isEqualTo(FunctionWish.NOTE);
    }

    @Test
    void anEarlierTransitionOfTheSameKindIsAnother() {
        ChangeHistory earlier = change(1, RAN.minusSeconds(61), "1", "3");
        ChangeHistory later = change(2, RAN.minusSeconds(1), "1", "3");
        when(histories.getChangeHistories(issue)).thenReturn(List.of(earlier, later));

        assertThat(history.find(issue, wish("1", "3"), RAN).orElseThrow().changeGroup()).isEqualTo(2L);
    }

    /** Made half a minute before while the app was off: nobody asked for a note about it. */
    @Test
    void ofTwoTransitionsOfTheSameKindTheOneWhenTheFunctionRanIsTaken() {
        ChangeHistory earlier = change(1, RAN.minusSeconds(30), "1", "3");
        ChangeHistory itself = change(2, RAN.plusMillis(20), "1", "3");
        ChangeHistory next = change(3, RAN.plusSeconds(10), "1", "3");
        when(histories.getChangeHistories(issue)).thenReturn(List.of(earlier, itself, next));

        assertThat(history.find(issue, wish("1", "3"), RAN).orElseThrow().changeGroup()).isEqualTo(2L);
    }

    @Test
    void otherTransitionsAreNotTakenForIt() {
        ChangeHistory other = change(1, RAN, "3", "1");
        when(histories.getChangeHistories(issue)).thenReturn(List.of(other));

        assertThat(history.find(issue, wish("1", "3"), RAN)).isEmpty();
    }

    @Test
    void aFunctionThatRanBeforeJiraSetTheStatusKnowsOnlyWhereItBegan() {
        ChangeHistory change = change(1, RAN, "1", "3");
        when(histories.getChangeHistories(issue)).thenReturn(List.of(change));

        assertThat(history.find(issue, wish("1", "1"), RAN).orElseThrow().changeGroup()).isEqualTo(1L);
    }

    @Test
    void aTransitionToItsOwnStatusLeavesNoTrace() {
        Status done = mock(Status.class);
        when(done.getName()).thenReturn("Done");
        when(issue.getStatus()).thenReturn(done);
        when(issue.getStatusId()).thenReturn("3");

        IssueChange found = history.find(issue, wish("3", "3"), RAN).orElseThrow();

        assertThat(found.changeGroup()).isNull();
        assertThat(found.status()).isEqualTo(new StatusChange("3", "3", "Done", "Done"));
    }

    private static TransitionWish wish(String from, String to) {
        return new TransitionWish(DEMO_7.value(), 7, from, to, FunctionWish.NOTE);
    }

    private static ChangeHistory change(long id, Instant at, String from, String to) {
        ChangeItemBean item = mock(ChangeItemBean.class);
        when(item.getField()).thenReturn("status");
        when(item.getFrom()).thenReturn(from);
        when(item.getTo()).thenReturn(to);
        when(item.getFromString()).thenReturn("status " + from);
        when(item.getToString()).thenReturn("status " + to);
        ChangeHistory change = mock(ChangeHistory.class);
        when(change.getId()).thenReturn(id);
        when(change.getTimePerformed()).thenReturn(Timestamp.from(at));
        when(change.getChangeItemBeans()).thenReturn(List.of(item));
        return change;
    }
}
