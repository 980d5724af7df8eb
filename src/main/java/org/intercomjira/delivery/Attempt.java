package org.intercomjira.delivery;

import java.time.Instant;

/**
 * A try to deliver a message.
 *
 * @param id              of the stored message
 * @param message         what to deliver
 * @param failedAttempts  how many tries have failed before
 * @param createdAt       when the message was enqueued
 * @param mayHaveBeenSent an earlier try may have reached the other side: look there before sending again
 * @param beginBefore     nothing may be sent that has not begun by then: later another node may take the message up
 * @param permit          for the call that writes
 */
public record Attempt(long id, Message message, int failedAttempts, Instant createdAt, boolean mayHaveBeenSent, Instant beginBefore,
                      CallPermit permit) {
    /** Whether another node may have taken the message up by now, so that nothing may be sent any more. */
    public boolean isTooLate(Instant now) {
        return now.isAfter(beginBefore);
    }

    /**
     * To be asked as the last thing before the call that writes. When it is false, the message may belong to another try by now, and
     * nothing may be sent.
     */
    public boolean begin(Instant now) {
        return !isTooLate(now) && permit.begin();
    }

    /** A try with a permit of its own. */
    public Attempt(long id, Message message, int failedAttempts, Instant createdAt, boolean mayHaveBeenSent, Instant beginBefore) {
        this(id, message, failedAttempts, createdAt, mayHaveBeenSent, beginBefore, new CallPermit());
    }

    /** A try that may begin at any time. */
    public Attempt(long id, Message message, int failedAttempts, Instant createdAt, boolean mayHaveBeenSent) {
        this(id, message, failedAttempts, createdAt, mayHaveBeenSent, Instant.MAX);
    }
}
