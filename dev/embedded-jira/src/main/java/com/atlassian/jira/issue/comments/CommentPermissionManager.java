package com.atlassian.jira.issue.comments;

import com.atlassian.jira.user.ApplicationUser;

/** Who may read a comment. */
public interface CommentPermissionManager {
    boolean hasBrowsePermission(ApplicationUser user, Comment comment);
}
