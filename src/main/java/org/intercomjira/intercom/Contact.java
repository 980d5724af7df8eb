package org.intercomjira.intercom;

/**
 * The customer of a conversation.
 *
 * @param id    Intercom's id, 24 hex digits
 * @param name  null when Intercom knows none (a lead without a name)
 * @param email null when Intercom knows none
 */
public record Contact(String id, Kind kind, String name, String email) {
    /** What Intercom tells apart: people who are signed up, and people who are not. */
    public enum Kind {
        USER, LEAD
    }
}
