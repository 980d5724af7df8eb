package com.atlassian.event.api;

/** Jira's event bus. */
public interface EventPublisher {
    void register(Object listener);

    void unregister(Object listener);
}
