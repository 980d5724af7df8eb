package org.intercomjira.delivery;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks the features about senders. Looked up when asked: the features that hold senders use the outbox themselves. */
@Component
class Senders {
    private final ObjectProvider<SenderHold> holds;

    Senders(ObjectProvider<SenderHold> holds) {
        this.holds = holds;
    }

    boolean isHeld(String sender) {
        return holds.stream().anyMatch(hold -> hold.isHeld(sender));
    }
}
