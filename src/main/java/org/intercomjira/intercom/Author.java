package org.intercomjira.intercom;

import org.intercomjira.platform.VisibleText;

/**
 * Who wrote a part of a conversation.
 *
 * @param type  user, lead, contact, admin, bot, team; an open list
 * @param id    null when Intercom leaves it out
 * @param name  null when Intercom leaves it out
 * @param email null for most bots and some contacts
 */
public record Author(String type, String id, String name, String email) {
    public Author {
        name = VisibleText.orNull(name);
        email = VisibleText.orNull(email);
    }

    /** Whether it is a customer. */
    public boolean isContact() {
        return type.equals("user") || type.equals("lead") || type.equals("contact");
    }
}
