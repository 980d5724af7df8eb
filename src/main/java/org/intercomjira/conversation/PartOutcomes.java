package org.intercomjira.conversation;

import java.util.function.Consumer;
import org.intercomjira.delivery.Outcome;
import org.intercomjira.intercom.Failure;

/** What a failed call means for what somebody wrote. */
final class PartOutcomes {
    /** The code of a reply that may have arrived, and must not reach the customer twice. */
    static final String ARRIVAL_UNKNOWN = "arrival_unknown";

    private PartOutcomes() {
    }

    /**
     * @param broken told why, when the connection no longer works
     * @param gone   told when the conversation is not there
     */
    static Outcome of(Failure failure, Consumer<String> broken, Runnable gone) {
        if (failure instanceof Failure.AuthorisationLost) {
            broken.accept("authorisation_lost");
            return new Outcome.AuthorisationLost("authorisation_lost");
        } else if (failure instanceof Failure.NotSubscribed) {
            broken.accept("not_subscribed");
            return new Outcome.AuthorisationLost("not_subscribed");
        } else if (failure instanceof Failure.RateLimited limited) {
            return new Outcome.RateLimited(limited.until());
        } else if (failure instanceof Failure.Unreachable unreachable) {
            return unreachable.isProxyLoginMissing() ? new Outcome.Unreachable(unreachable.reason(), unreachable.reason())
                    : new Outcome.Unreachable(unreachable.reason());
        } else if (failure instanceof Failure.Unknown unknown) {
            return new Outcome.Unknown(unknown.reason());
        }
        return refused(failure, gone);
    }

    private static Outcome refused(Failure failure, Runnable gone) {
        if (failure instanceof Failure.NotFound notFound) {
            gone.run();
            return new Outcome.Refused("gone", notFound.message());
        } else if (failure instanceof Failure.Forbidden forbidden) {
            return new Outcome.Refused("forbidden", forbidden.message());
        }
        return new Outcome.Refused("refused", ((Failure.Refused) failure).message());
    }
}
