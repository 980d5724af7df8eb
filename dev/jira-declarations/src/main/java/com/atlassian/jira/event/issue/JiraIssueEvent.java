package com.atlassian.jira.event.issue;

/** An event of a bundle. */
public interface JiraIssueEvent {
}
