package org.intercomjira.delivery;

/**
 * A sign that the outbox was copied from another Jira.
 *
 * @param recorded null when it is not for people to see
 * @param now      null when it is not for people to see
 */
public record Difference(Kind kind, String recorded, String now) {
    /** What differs. */
    public enum Kind {
        BASE_URL, SHARED_HOME, DATABASE, FOREIGN_HEARTBEATS
    }
}
