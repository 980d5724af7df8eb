package org.intercomjira.connection;

import java.time.Instant;

/**
 * A connection with what the store keeps beside it.
 *
 * @param tokenCipher     sealed by the vault
 * @param previousAppUser the app user's name before the last reconnect; null when it is the same
 * @param lastSuccess     as last written, which may be a minute old; null for never
 */
record StoredConnection(Connection connection, String tokenCipher, String previousAppUser, Instant lastSuccess) {
}
