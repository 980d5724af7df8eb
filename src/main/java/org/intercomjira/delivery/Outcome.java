package org.intercomjira.delivery;

import java.time.Instant;

/** What became of an {@link Attempt}, in the kinds that lead to different decisions. */
public sealed interface Outcome {
    /** It is there. */
    record Delivered() implements Outcome {
    }

    /** It is no longer to be sent, for a reason that is no failure: comment deleted or restricted, linking switched off. */
    record Dropped(String reason) implements Outcome {
    }

    /** Its time has not come: it waits until then, the attempt does not count. */
    record NotYet(Instant until) implements Outcome {
    }

    /** The lane pauses until then; the attempt does not count. */
    record RateLimited(Instant until) implements Outcome {
    }

    /** The sender is held until it is released; the message waits and the attempt does not count. */
    record AuthorisationLost(String reason) implements Outcome {
    }

    /** It will never be accepted: dead at once, with its reason. */
    record Refused(String code, String reason) implements Outcome {
    }

    /**
     * It certainly did not arrive: tried again after a back-off.
     *
     * @param code stored with the message, for people to see why it waits
     */
    record Unreachable(String code, String reason) implements Outcome {
        public Unreachable(String reason) {
            this("unreachable", reason);
        }
    }

    /** It may have arrived: tried again after a back-off, with {@link Attempt#mayHaveBeenSent()}. */
    record Unknown(String reason) implements Outcome {
    }
}
