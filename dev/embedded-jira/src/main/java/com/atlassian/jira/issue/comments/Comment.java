package com.atlassian.jira.issue.comments;

/** A comment on an issue. */
public interface Comment {
    Long getId();

    String getBody();

    String getGroupLevel();

    Long getRoleLevelId();
}
