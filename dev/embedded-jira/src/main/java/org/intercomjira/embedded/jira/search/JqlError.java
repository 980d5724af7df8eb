package org.intercomjira.embedded.jira.search;

import java.util.List;

/** A query that Jira does not take; the messages are for the person who wrote it. */
public final class JqlError extends RuntimeException {
    private final List<String> messages;

    public JqlError(String message) {
        this(List.of(message));
    }

    JqlError(List<String> messages) {
        super(String.join(" ", messages));
        this.messages = messages;
    }

    public List<String> messages() {
        return messages;
    }
}
