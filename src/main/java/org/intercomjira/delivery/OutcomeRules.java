package org.intercomjira.delivery;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Decides what becomes of a message after a try: a pure function of the message, the outcome and the time. */
@Component
class OutcomeRules {
    /** The dedupe key of what is done is remembered for so long. */
    static final Duration KEPT = Duration.ofDays(7);
    /** What is parked is looked at again after so long even if nobody says that its time has come. */
    static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

    private final BackOff backOff;

    OutcomeRules(BackOff backOff) {
        this.backOff = backOff;
    }

    /** @param now when the try ended */
    Change after(StoredMessage tried, Outcome outcome, Instant now) {
        if (outcome instanceof Outcome.Delivered) {
            return done(tried, now, null, null);
        } else if (outcome instanceof Outcome.Dropped dropped) {
            return done(tried, now, "dropped", dropped.reason());
        } else if (outcome instanceof Outcome.NotYet notYet) {
            return wait(tried, Status.WAITING, notYet.until(), null, null);
        } else if (outcome instanceof Outcome.RateLimited limited) {
            return wait(tried, Status.WAITING, limited.until(), "rate_limited", null);
        } else if (outcome instanceof Outcome.AuthorisationLost lost) {
            return wait(tried, Status.HELD, now.plus(LOOK_AGAIN), "authorisation_lost", lost.reason());
        } else if (outcome instanceof Outcome.Refused refused) {
            return dead(tried, now, refused.code(), refused.reason());
        } else if (outcome instanceof Outcome.Unreachable unreachable) {
            return retry(tried, tried.firstSentAt(), now, BackOff.LONGEST_UNREACHABLE, unreachable.code(), unreachable.reason());
        }
        return afterUnknown(tried, ((Outcome.Unknown) outcome).reason(), now);
    }

    private Change afterUnknown(StoredMessage tried, String reason, Instant now) {
        Instant firstSentAt = tried.firstSentAt() != null ? tried.firstSentAt() : tried.claim().at();
        if (tried.failingSince() != null && !now.isBefore(tried.failingSince().plus(BackOff.PATIENCE))) {
            return new Change(Status.DEAD, now, tried.attempts() + 1, firstSentAt, tried.failingSince(), "gave_up", reason);
        }
        return retry(tried, firstSentAt, now.plus(BackOff.SETTLING), BackOff.LONGEST, "unknown", reason);
    }

    private Change retry(StoredMessage tried, Instant firstSentAt, Instant from, Duration longest, String code, String reason) {
        int attempts = tried.attempts() + 1;
        Instant failingSince = tried.failingSince() != null ? tried.failingSince() : from;
        return new Change(Status.WAITING, from.plus(backOff.delayAfter(attempts, longest)), attempts, firstSentAt, failingSince, code, reason);
    }

    private static Change wait(StoredMessage tried, Status status, Instant until, String code, String reason) {
        return new Change(status, until, tried.attempts(), tried.firstSentAt(), tried.failingSince(), code, reason);
    }

    private static Change done(StoredMessage tried, Instant now, String code, String reason) {
        return new Change(Status.DONE, now.plus(KEPT), tried.attempts(), tried.firstSentAt(), tried.failingSince(), code, reason);
    }

    private static Change dead(StoredMessage tried, Instant now, String code, String reason) {
        return new Change(Status.DEAD, now, tried.attempts() + 1, tried.firstSentAt(), tried.failingSince(), code, reason);
    }
}
