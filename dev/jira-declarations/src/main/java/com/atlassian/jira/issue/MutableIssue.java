package com.atlassian.jira.issue;

/** An issue that can be changed in memory. */
public interface MutableIssue extends Issue {
}
