package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.issue.history.ChangeItemBean;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.intercomjira.notification.IssueHistory.Happened;
import org.junit.jupiter.api.Test;

class IssueHistoryTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final CommentManager comments = mock(CommentManager.class);
    private final ChangeHistoryManager histories = mock(ChangeHistoryManager.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final IssueHistory history = new IssueHistory(issues, histories, comments);
    private final MutableIssue issue = Samples.issue();
    private long lastChange;

    @Test
    void aCommentThatWasEditedCountsAsRestrictedForNobodyKnowsWhomItWasForAtFirst() {
        Comment asWritten = comment(1, NOON);
        Comment edited = comment(2, NOON.plusSeconds(1));
        when(comments.getComments(issue)).thenReturn(List.of(asWritten, edited));

        assertThat(history.all(issue, NOON)).extracting(happened -> happened.change().comment().id() + " " + happened.change().comment().restricted())
                .containsExactly("1 false", "2 true");
    }

    @Test
    void whatHappenedInAnotherProjectIsNotOfThisOne() {
        Comment there = comment(1, NOON);
        List<ChangeHistory> all = List.of(change(NOON, "status"), change(NOON.plusSeconds(1), "project"), change(NOON.plusSeconds(2), "status"));
        when(comments.getComments(issue)).thenReturn(List.of(there));
        when(histories.getChangeHistories(issue)).thenReturn(all);

        assertThat(history.all(issue, NOON)).extracting(Happened::at).containsExactly(NOON.plusSeconds(2));
    }

    /** It was for the connection of another project, or for nobody, though everything else before the move is out of sight. */
    @Test
    void aCommentBeforeTheMoveIsNotOfThisProjectWhenTheMoveIsTheFirstChangeThatIsLookedAt() {
        Comment there = comment(1, NOON);
        List<ChangeHistory> all = List.of(change(NOON.plusSeconds(1), "project"), change(NOON.plusSeconds(2), "status"));
        when(comments.getComments(issue)).thenReturn(List.of(there));
        when(histories.getChangeHistories(issue)).thenReturn(all);

        assertThat(history.all(issue, NOON)).extracting(Happened::at).containsExactly(NOON.plusSeconds(2));
    }

    @Test
    void whatIsOlderThanTheTimeThatIsAskedForIsLeftOut() {
        List<ChangeHistory> all = List.of(change(NOON.minusMillis(1), "status"), change(NOON, "status"));
        when(histories.getChangeHistories(issue)).thenReturn(all);

        assertThat(history.all(issue, NOON)).extracting(Happened::at).containsExactly(NOON);
    }

    /** By Jira's list and by the ids the way back was the last change. */
    @Test
    void theStatusThatTheIssueHasTellsWhichChangeWasTheLast() {
        when(issue.getStatusId()).thenReturn("2");
        List<ChangeHistory> all = List.of(moved(NOON.plusSeconds(1), "1", "2"), moved(NOON, "2", "1"));
        when(histories.getChangeHistories(issue)).thenReturn(all);

        assertThat(history.all(issue, NOON)).extracting(Happened::at).containsExactly(NOON, NOON.plusSeconds(1));
        verifyNoInteractions(issues);
    }

    @Test
    void anIssueWithoutChangesIsNotReadAgain() {
        when(issue.getStatusId()).thenReturn("2");

        assertThat(history.all(issue, NOON)).isEmpty();
        verifyNoInteractions(issues);
    }

    @Test
    void anIssueThatIsMovedAtEachLookIsReadThreeTimesAndThenTakenAsJiraListsIt() {
        when(issue.getStatusId()).thenReturn("7");
        MutableIssue second = withStatus("8");
        MutableIssue third = withStatus("9");
        MutableIssue fourth = withStatus("7");
        when(issues.getIssueObject(Samples.DEMO_7.value())).thenReturn(second, third, fourth);
        List<ChangeHistory> all = List.of(moved(NOON.plusSeconds(1), "1", "2"), moved(NOON, "2", "1"));
        when(histories.getChangeHistories(issue)).thenReturn(all);

        assertThat(history.all(issue, NOON)).extracting(Happened::at).containsExactly(NOON.plusSeconds(1), NOON);
        verify(issues, times(3)).getIssueObject(Samples.DEMO_7.value());
    }

    private static MutableIssue withStatus(String status) {
        MutableIssue later = Samples.issue();
        when(later.getStatusId()).thenReturn(status);
        return later;
    }

    @Test
    void aChangeOfTheAssigneeIsReadWithTheNamesOfThatTime() {
        ChangeHistory assigned = change(NOON, "assignee");
        when(assigned.getChangeItemBeans().get(0).getFromString()).thenReturn("Ann Other");
        when(assigned.getChangeItemBeans().get(0).getToString()).thenReturn("Bob Third");
        when(histories.getChangeHistories(issue)).thenReturn(List.of(assigned));

        assertThat(history.find(issue, assigned.getId()).orElseThrow().assignee()).isEqualTo(new AssigneeChange("Ann Other", "Bob Third"));
    }

    @Test
    void aCustomFieldNamedStatusIsNotTheStatus() {
        ChangeHistory custom = change(NOON, "status");
        when(custom.getChangeItemBeans().get(0).getFieldType()).thenReturn("custom");
        when(histories.getChangeHistories(issue)).thenReturn(List.of(custom));

        assertThat(history.all(issue, NOON)).isEmpty();
    }

    @Test
    void anIssueMayHaveBeenHiddenWhileItsLevelWasChangedOrItWasArchived() {
        List<ChangeHistory> secured = List.of(change(NOON, "security"), change(NOON.plusSeconds(2), "status"));
        when(histories.getChangeHistories(issue)).thenReturn(secured);
        assertThat(history.hiddenSince(issue, NOON)).contains(CoverReason.SECURITY_LEVEL);
        assertThat(history.hiddenSince(issue, NOON.plusSeconds(1))).isEmpty();

        List<ChangeHistory> archived = List.of(change(NOON, "Archived"));
        when(histories.getChangeHistories(issue)).thenReturn(archived);
        assertThat(history.hiddenSince(issue, NOON)).contains(CoverReason.ARCHIVED);
    }

    /** The status was read before the last two changes: read backwards from it, they would seem to be the first. */
    @Test
    void anIssueThatIsMovedWhileItsHistoryIsReadIsReadAgain() {
        MutableIssue later = Samples.issue();
        when(issue.getStatusId()).thenReturn("2");
        when(later.getStatusId()).thenReturn("1");
        when(issues.getIssueObject(Samples.DEMO_7.value())).thenReturn(later);
        List<ChangeHistory> all = List.of(moved(NOON, "1", "2"), moved(NOON.plusSeconds(1), "2", "3"), moved(NOON.plusSeconds(2), "3", "1"));
        when(histories.getChangeHistories(issue)).thenReturn(all);

        assertThat(history.all(issue, NOON)).extracting(Happened::at).containsExactly(NOON, NOON.plusSeconds(1), NOON.plusSeconds(2));
    }

    /** A sub-task has its parent's level, and of the old parent nothing is known any more. */
    @Test
    void anIssueThatHadAnotherParentMayHaveBeenHidden() {
        for (String field : List.of("Parent", "Parent Issue", "issuetype")) {
            List<ChangeHistory> moved = List.of(change(NOON, field));
            when(histories.getChangeHistories(issue)).thenReturn(moved);
            assertThat(history.hiddenSince(issue, NOON)).as(field).contains(CoverReason.PARENT_CHANGED);
        }
    }

    private ChangeHistory moved(Instant at, String from, String to) {
        ChangeHistory change = change(at, "status");
        ChangeItemBean item = change.getChangeItemBeans().get(0);
        when(item.getFrom()).thenReturn(from);
        when(item.getTo()).thenReturn(to);
        return change;
    }

    @Test
    void aChangeIsFoundByItsIdWhateverItChanged() {
        ChangeHistory moved = change(NOON, "status");
        ChangeHistory renamed = change(NOON, "summary");
        when(moved.getId()).thenReturn(1L);
        when(renamed.getId()).thenReturn(2L);
        when(histories.getChangeHistories(issue)).thenReturn(List.of(moved, renamed));

        assertThat(history.find(issue, 1).orElseThrow().status()).isNotNull();
        assertThat(history.find(issue, 2).orElseThrow().status()).isNull();
        assertThat(history.find(issue, 3)).isEmpty();
    }

    private ChangeHistory change(Instant at, String field) {
        ChangeItemBean item = mock(ChangeItemBean.class);
        when(item.getField()).thenReturn(field);
        ChangeHistory change = mock(ChangeHistory.class);
        when(change.getId()).thenReturn(++lastChange);
        when(change.getTimePerformed()).thenReturn(Timestamp.from(at));
        when(change.getChangeItemBeans()).thenReturn(List.of(item));
        return change;
    }

    private static Comment comment(long id, Instant updated) {
        Comment comment = mock(Comment.class);
        when(comment.getId()).thenReturn(id);
        when(comment.getBody()).thenReturn("It works");
        when(comment.getRoleLevelId()).thenReturn(null);
        when(comment.getCreated()).thenReturn(Date.from(NOON));
        when(comment.getUpdated()).thenReturn(Date.from(updated));
        return comment;
    }
}
