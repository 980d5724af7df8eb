package org.intercomjira.embedded.jira.issue;

/** A comment that is about to be written. */
public record NewComment(String body, Restriction restriction) {
}
