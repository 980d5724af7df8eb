package org.intercomjira.notification;

import java.net.URI;
import org.intercomjira.connection.Connection;
import org.intercomjira.intercom.Access;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.link.Link;

/**
 * A note that may be sent now.
 *
 * @param link   null when the conversation is no longer linked, which is just what is told
 * @param issue  the issue's address, without a fragment
 * @param marker the fact that the note is marked with
 * @param plan   what {@code html} was made from
 * @param isLate it may be there already; only the conversation may still have to be opened
 */
record Note(Connection connection, Access access, ConversationId conversation, Link link, URI issue, Fact marker, NoteContents.Plan plan,
            String html, Reopening reopening, boolean isLate) {
}
