package com.atlassian.jira.issue.comments;

import com.atlassian.jira.issue.Issue;

/** A comment on an issue. */
public interface Comment {
    Long getId();

    String getBody();

    Issue getIssue();

    String getGroupLevel();

    Long getRoleLevelId();
}
