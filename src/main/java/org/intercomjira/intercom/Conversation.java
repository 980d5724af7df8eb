package org.intercomjira.intercom;

import java.time.Instant;
import java.util.List;

/**
 * A conversation with at most the 500 most recent of its parts.
 *
 * @param subject   its title, else the subject of its first message, else the excerpt; never null
 * @param excerpt   the first words of its first message as plain text; empty when there is none
 * @param contact   its first contact; null when Intercom names none
 * @param createdAt null when Intercom leaves it out
 * @param updatedAt null when Intercom leaves it out
 * @param opening   its first message, of the type {@code opening}; null when Intercom leaves it out
 * @param parts     in the order in which Intercom gives them, oldest first
 * @param allParts  how many parts there are, also those that are too old to be given
 */
public record Conversation(ConversationId id, String subject, String excerpt, State state, Contact contact,
                           Instant createdAt, Instant updatedAt, Part opening, List<Part> parts, int allParts) {
    /** A conversation whose first message does not matter, and whose parts are all there. */
    public Conversation(ConversationId id, String subject, String excerpt, State state, Contact contact,
                        Instant createdAt, Instant updatedAt, List<Part> parts) {
        this(id, subject, excerpt, state, contact, createdAt, updatedAt, null, parts, parts.size());
    }

    /** Whether teammates have work with it. */
    public enum State {
        OPEN, CLOSED, SNOOZED
    }
}
