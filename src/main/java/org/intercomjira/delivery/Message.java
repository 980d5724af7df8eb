package org.intercomjira.delivery;

/**
 * Something to be delivered once. The engine reads none of these texts, it only compares them.
 *
 * @param lane      messages of one lane are drained by one node of the cluster at a time (a workspace)
 * @param sender    whose authorisation the delivery needs (a project); a held sender's messages wait
 * @param orderKey  messages with the same order key are delivered in the order of their enqueueing (a conversation)
 * @param dedupeKey names the fact that is told; a second message with the same key is dropped; at most 255 characters
 * @param type      which {@link Courier} delivers it
 * @param payload   ids only, never text that can be read again later; at most 2,000 characters
 */
public record Message(String lane, String sender, String orderKey, String dedupeKey, String type, String payload) {
}
