package org.intercomjira.notification;

import java.util.function.Consumer;
import org.intercomjira.delivery.Outcome;
import org.intercomjira.intercom.Failure;

/** What a failed call means for a note. */
final class NoteOutcomes {
    static final String AUTHORISATION_LOST = "authorisation_lost";
    static final String NOT_SUBSCRIBED = "not_subscribed";

    private NoteOutcomes() {
    }

    /**
     * @param broken told why, when the connection no longer works
     * @param gone   told when the conversation is not there
     */
    static Outcome of(Failure failure, Consumer<String> broken, Runnable gone) {
        if (failure instanceof Failure.AuthorisationLost) {
            return held(AUTHORISATION_LOST, broken);
        } else if (failure instanceof Failure.NotSubscribed) {
            return held(NOT_SUBSCRIBED, broken);
        } else if (failure instanceof Failure.NotFound notFound) {
            gone.run();
            return new Outcome.Refused(notFound.code(), notFound.message());
        } else if (failure instanceof Failure.Forbidden forbidden) {
            return new Outcome.Refused(forbidden.code(), forbidden.message());
        } else if (failure instanceof Failure.Refused refused) {
            return new Outcome.Refused(refused.code(), refused.message());
        }
        return passing(failure);
    }

    /** What another try may cure. */
    private static Outcome passing(Failure failure) {
        if (failure instanceof Failure.RateLimited limited) {
            return new Outcome.RateLimited(limited.until());
        } else if (failure instanceof Failure.Unreachable unreachable) {
            return unreachable.isProxyLoginMissing() ? new Outcome.Unreachable(unreachable.reason(), unreachable.reason())
                : new Outcome.Unreachable(unreachable.reason());
        } else if (failure instanceof Failure.Unknown unknown) {
            return new Outcome.Unknown(unknown.reason());
        }
        throw new IllegalArgumentException("No outcome for " + failure.getClass().getSimpleName());
    }

    private static Outcome held(String reason, Consumer<String> broken) {
        broken.accept(reason);
        return new Outcome.AuthorisationLost(reason);
    }
}
