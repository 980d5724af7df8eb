package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.comments.CommentManager;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class IssueHistoryTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private final CommentManager comments = mock(CommentManager.class);
    private final IssueHistory history = new IssueHistory(mock(ChangeHistoryManager.class), comments);
    private final MutableIssue issue = Samples.issue();

    @Test
    void aCommentThatWasEditedIsNotFoundForNobodyKnowsWhomItWasForAtFirst() {
        Comment asWritten = comment(1, NOON);
        Comment edited = comment(2, NOON.plusSeconds(1));
        when(comments.getComments(issue)).thenReturn(List.of(asWritten, edited));

        assertThat(history.all(issue, NOON)).extracting(happened -> happened.change().comment().id()).containsExactly(1L);
    }

    private static Comment comment(long id, Instant updated) {
        Comment comment = mock(Comment.class);
        when(comment.getId()).thenReturn(id);
        when(comment.getBody()).thenReturn("It works");
        when(comment.getCreated()).thenReturn(Date.from(NOON));
        when(comment.getUpdated()).thenReturn(Date.from(updated));
        return comment;
    }
}
