package com.atlassian.jira.event.issue;

/** A bundled event that stands for an IssueEvent. */
public interface DelegatingJiraIssueEvent extends JiraIssueEvent {
    IssueEvent asIssueEvent();
}
