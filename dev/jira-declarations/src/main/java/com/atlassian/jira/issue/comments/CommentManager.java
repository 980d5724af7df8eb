package com.atlassian.jira.issue.comments;

/** Finds comments, whoever may see them. */
public interface CommentManager {
    Comment getCommentById(Long commentId);
}
