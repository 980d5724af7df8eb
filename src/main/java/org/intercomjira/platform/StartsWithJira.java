package org.intercomjira.platform;

/**
 * A component that works only while Jira runs the plugin. Started once after Jira has started, in the order of Spring's
 * {@code @Order}, stopped in the opposite order. Active Objects and the scheduler may be used from {@link #start()} on.
 */
public interface StartsWithJira {
    void start();

    void stop();
}
