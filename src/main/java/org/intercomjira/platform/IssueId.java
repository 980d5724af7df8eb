package org.intercomjira.platform;

/** A Jira issue's id. */
public record IssueId(long value) {
}
