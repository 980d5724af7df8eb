package org.intercomjira.delivery;

/**
 * What the outbox knows of a dedupe key.
 *
 * @param pending whether its message is still to be delivered
 * @param reason  why it needs no message, see {@link CoveredFact#reason()}; null when it had one
 */
public record KnownFact(boolean pending, String reason) {
}
