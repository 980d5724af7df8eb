package org.intercomjira.delivery;

import java.util.Optional;

/** Knows what has to be delivered before a message. Implemented by the features; asked before each try, outside any transaction. */
public interface Precedence {
    /** Empty when the message may go now; otherwise what becomes of it, mostly {@link Outcome.NotYet}. */
    Optional<Outcome> before(Attempt attempt);
}
