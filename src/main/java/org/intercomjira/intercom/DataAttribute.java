package org.intercomjira.intercom;

import org.intercomjira.platform.VisibleText;

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
    private static final String CUSTOM = "^custom_attributes\\.";

    public DataAttribute {
        label = VisibleText.or(label, VisibleText.or(name.replaceFirst(CUSTOM, ""), name));
        description = VisibleText.orNull(description);
    }

    /** Whether anything can be seen of what the workspace calls an attribute; the prefix of its own ones does not count. */
    public static boolean isNamed(String name) {
        return VisibleText.isSeen(name.replaceFirst(CUSTOM, ""));
    }

    /** What has attributes. */
    public enum Model {
        CONTACT, COMPANY
    }
}
