package com.atlassian.jira.issue.comments;

import com.atlassian.jira.issue.Issue;
import java.util.List;

/** Finds comments, without permission checks. */
public interface CommentManager {
    Comment getCommentById(Long commentId);

    List<Comment> getComments(Issue issue);
}
