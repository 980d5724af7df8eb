package com.atlassian.jira.issue.comments;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Date;

/** A comment on an issue. */
public interface Comment {
    Long getId();

    String getBody();

    Date getCreated();

    Date getUpdated();

    /** Null for nobody. */
    ApplicationUser getAuthorApplicationUser();

    Issue getIssue();

    String getGroupLevel();

    Long getRoleLevelId();
}
