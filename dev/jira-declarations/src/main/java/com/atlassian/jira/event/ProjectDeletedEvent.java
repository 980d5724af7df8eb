package com.atlassian.jira.event;

/** A project was deleted. */
public final class ProjectDeletedEvent {
    private ProjectDeletedEvent() {
        throw new UnsupportedOperationException("declaration only");
    }

    public Long getId() {
        throw new UnsupportedOperationException("declaration only");
    }
}
