package org.intercomjira.intercom;

/**
 * An attribute that contacts or companies of a workspace have.
 *
 * @param name        full name, for instance {@code email} or {@code custom_attributes.plan}: what {@link Profile#attribute} takes
 * @param label       what people call it
 * @param description null when there is none
 * @param type        string, integer, float, boolean, date; an open list
 * @param custom      the workspace's own, not one that every workspace has
 */
public record DataAttribute(String name, String label, String description, String type, boolean custom) {
    /** What has attributes. */
    public enum Model {
        CONTACT, COMPANY
    }
}
