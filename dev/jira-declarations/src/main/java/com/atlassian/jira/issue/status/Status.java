package com.atlassian.jira.issue.status;

/** A step of a workflow as people read it. */
public interface Status {
    String getName();
}
