package com.atlassian.jira.issue.comments;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Date;

/** A comment on an issue. */
public interface Comment {
    Long getId();

    Issue getIssue();

    String getBody();

    String getGroupLevel();

    Long getRoleLevelId();

    ApplicationUser getAuthorApplicationUser();

    Date getCreated();

    Date getUpdated();
}
