package com.atlassian.event.api;

/** Jira's event bus, with what only Jira itself does with it. */
public interface EventPublisher {
    void publish(Object event);

    void register(Object listener);

    void unregister(Object listener);
}
