package org.intercomjira.intercom;

import org.intercomjira.platform.VisibleText;

/**
 * The customer of a conversation.
 *
 * @param id    Intercom's id, 24 hex digits
 * @param name  null when Intercom knows none (a lead without a name)
 * @param email null when Intercom knows none
 */
public record Contact(String id, Kind kind, String name, String email) {
    public Contact {
        name = VisibleText.orNull(name);
        email = VisibleText.orNull(email);
    }

    /**
     * How somebody is called. Intercom tells pseudonyms of leads only at times; the end of the lead's id stands for one then, so that the
     * same lead is known again.
     *
     * @return null when there is nothing to call them by
     */
    public static String nameOf(String name, String pseudonym, String id, boolean lead) {
        String known = VisibleText.or(name, VisibleText.orNull(pseudonym));
        return known != null || !lead || id == null ? known : "#" + id.substring(Math.max(0, id.length() - 5));
    }

    /** What Intercom tells apart: people who are signed up, and people who are not. */
    public enum Kind {
        USER, LEAD
    }
}
