package org.intercomjira.delivery;

import java.time.Duration;

/**
 * The times that keep two nodes from sending one message, as one inequality. {@code LeaseTimesTest} holds it:
 *
 * <pre>
 * LATEST_START + a whole call of the Intercom client &lt; ATTEMPT_DEADLINE &lt; TAKE_OVER &lt; LEASE
 * LEASE - ATTEMPT_DEADLINE                           &gt; MAX_CLOCK_DIFFERENCE
 * FIRST_LOOK - MAX_CLOCK_DIFFERENCE                 &gt;= STORED_WITHIN + SHOWN_WITHIN
 * </pre>
 *
 * <p>The owner of a claim measures the first two from the claim by its own clock. Another node measures {@link #TAKE_OVER} from when
 * it saw the claim first, by its own clock, so it compares no clocks. Only the lease and the first look compare the clocks of two
 * nodes, and both leave room for their difference.
 */
public final class LeaseTimes {
    /** The clocks of two nodes differ by no more than this. */
    public static final Duration MAX_CLOCK_DIFFERENCE = Duration.ofMinutes(1);
    /** An attempt starts no call that writes later than this after its claim, see {@link Attempt#beginBefore()}. */
    static final Duration LATEST_START = Duration.ofSeconds(20);
    /** An attempt without an outcome has the outcome unknown by then: its last call has ended. */
    static final Duration ATTEMPT_DEADLINE = Duration.ofSeconds(65);
    /** A claim of another node that has been watched for this long is taken over: no call of its attempt is under way any more. */
    static final Duration TAKE_OVER = Duration.ofSeconds(75);
    /** A claim of this age is taken over without being watched. */
    static final Duration LEASE = Duration.ofMinutes(3);
    /** Intercom may store what it was sent this long after the call has ended. */
    static final Duration STORED_WITHIN = Duration.ofSeconds(40);
    /** A read of a conversation may leave out what was stored this long before. */
    static final Duration SHOWN_WITHIN = Duration.ofSeconds(20);
    /**
     * After an unknown outcome the message is not looked for, and so not sent again, before this: whoever looks earlier may miss a note
     * that is still on its way, and double it.
     */
    static final Duration FIRST_LOOK = Duration.ofSeconds(120);

    private LeaseTimes() {
    }
}
