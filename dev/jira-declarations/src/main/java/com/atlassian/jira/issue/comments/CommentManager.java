package com.atlassian.jira.issue.comments;

import com.atlassian.jira.issue.Issue;
import java.util.List;

/** Finds comments, whoever may see them. */
public interface CommentManager {
    Comment getCommentById(Long commentId);

    /** Oldest first. */
    List<Comment> getComments(Issue issue);
}
