package org.intercomjira.delivery;

import org.springframework.stereotype.Component;

/** Where features leave what is to be delivered. */
@Component
public class Outbox {
    /**
     * Stores the message; delivery happens later and elsewhere. Joins a transaction of Active Objects that is under way.
     *
     * @return false when a message with the same dedupe key is already known
     */
    public boolean enqueue(Message message) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** How the deliveries of this sender stand. */
    public DeliveryCounts countsOf(String sender) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** The sender is authorised again: its waiting messages go out. Returns at once. */
    public void release(String sender) {
        throw new UnsupportedOperationException("not written yet");
    }
}
