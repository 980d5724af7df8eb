package org.intercomjira.delivery;

/** Knows which senders have lost their authorisation. Implemented by the feature that owns the senders. */
public interface SenderHold {
    /** True while this sender's messages must wait. Called often: answers from memory. */
    boolean isHeld(String sender);
}
