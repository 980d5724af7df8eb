package org.intercomjira.notification;

import java.net.URI;
import org.intercomjira.connection.Connection;
import org.intercomjira.intercom.Access;
import org.intercomjira.link.Link;

/**
 * A note that may be sent now.
 *
 * @param issue       the issue's address, without a fragment
 * @param changeGroup names the change that is told
 */
record Note(Connection connection, Access access, Link link, URI issue, long changeGroup, String html) {
}
