package org.intercomjira.delivery;

import java.util.concurrent.CompletionStage;

/** Carries messages of one type to the other side. Implemented by the features; called outside any transaction. */
public interface Courier {
    /** The {@link Message#type()} that this courier carries. */
    String type();

    /**
     * Tries once. The stage never fails with an exception that the courier could name as an {@link Outcome};
     * the engine takes any exception as {@link Outcome.Unknown}.
     */
    CompletionStage<Outcome> deliver(Attempt attempt);
}
