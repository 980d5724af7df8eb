package org.intercomjira.platform;

/** A Jira project's id. */
public record ProjectId(long value) {
}
