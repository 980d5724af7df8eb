package org.intercomjira.simulator.http;

import java.time.Duration;

/** What becomes of a call: an answer, half of one, or a connection that ends without one. */
public sealed interface Outcome {

    Duration after();

    /** The reply is sent when the time has passed. */
    record Answered(Reply reply, Duration after) implements Outcome {}

    /** The connection is closed without a byte of an answer when the time has passed. */
    record Cut(Duration after) implements Outcome {}

    /** Head and half of the body are sent at once, then nothing; the connection is closed when the time has passed. */
    record Stalled(Reply reply, Duration after) implements Outcome {}

    static Outcome now(Reply reply) {
        return new Answered(reply, Duration.ZERO);
    }
}
