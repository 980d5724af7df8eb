package com.atlassian.jira.issue.status;

/** A workflow status. */
public interface Status {
    String getId();

    String getName();
}
