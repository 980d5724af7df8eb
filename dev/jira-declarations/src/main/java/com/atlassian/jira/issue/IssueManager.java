package com.atlassian.jira.issue;

/** Finds issues, without permission checks. */
public interface IssueManager {
    MutableIssue getIssueObject(Long id);

    MutableIssue getIssueByCurrentKey(String key);
}
