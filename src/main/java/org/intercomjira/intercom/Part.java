package org.intercomjira.intercom;

import java.time.Instant;

/**
 * One entry of a conversation's thread: a reply, a note or a change of state.
 *
 * @param type      comment, note, open, close, assignment and more; an open list. A part of any type may have a body
 * @param body      HTML as Intercom keeps it; null when the part has no text
 * @param createdAt null when Intercom leaves it out
 * @param author    null when Intercom leaves it out
 */
public record Part(String id, String type, String body, Instant createdAt, Author author) {
}
