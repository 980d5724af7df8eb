package org.intercomjira.embedded.jira.search;

/** A query that Jira does not take; the message is for the person who wrote it. */
public final class JqlError extends RuntimeException {
    public JqlError(String message) {
        super(message);
    }
}
