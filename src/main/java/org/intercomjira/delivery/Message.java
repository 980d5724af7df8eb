package org.intercomjira.delivery;

/**
 * Something to be delivered once. The engine reads none of these texts, it only compares them. None is empty: Oracle takes an
 * empty text for none.
 *
 * @param lane      messages of one lane are drained by one node of the cluster at a time (a workspace); at most 150 characters
 * @param sender    whose authorisation the delivery needs (a project); a held sender's messages wait; at most 255 characters
 * @param orderKey  messages with the same order key are delivered in the order of their enqueueing (a conversation); at most 255
 *                  characters
 * @param dedupeKey names the fact that is told; a second message with the same key is dropped; at most 255 characters
 * @param type      which {@link Courier} delivers it; at most 255 characters
 * @param payload   ids only, never text that can be read again later; at most 450 characters, because Active Objects makes a
 *                  CLOB of anything longer
 */
public record Message(String lane, String sender, String orderKey, String dedupeKey, String type, String payload) {
    private static final int LANE_LENGTH = 150;
    private static final int KEY_LENGTH = 255;
    private static final int PAYLOAD_LENGTH = 450;

    /** @throws IllegalArgumentException when a text is missing, empty or too long to be stored */
    public Message {
        check("lane", lane, LANE_LENGTH);
        check("sender", sender, KEY_LENGTH);
        check("orderKey", orderKey, KEY_LENGTH);
        check("dedupeKey", dedupeKey, KEY_LENGTH);
        check("type", type, KEY_LENGTH);
        check("payload", payload, PAYLOAD_LENGTH);
    }

    private static void check(String name, String text, int longest) {
        if (text == null || text.isEmpty() || text.length() > longest) {
            throw new IllegalArgumentException("The " + name + " of a message needs 1 to " + longest + " characters");
        }
    }
}
