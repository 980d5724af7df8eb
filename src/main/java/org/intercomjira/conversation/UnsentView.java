package org.intercomjira.conversation;

import java.time.Instant;

/**
 * What somebody wrote and what became of it.
 *
 * @param type   {@code note} or {@code reply}
 * @param state  {@code waiting} or {@code failed}
 * @param reason why it failed, as a sentence; null while it waits
 * @param body   as it was typed; null where people may not read conversations
 */
record UnsentView(String id, String type, String state, String reason, String author, String body, Instant createdAt) {
}
