package org.intercomjira.delivery;

import java.time.Duration;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Decides what becomes of a message after a try: a pure function of the message, the outcome and the time.
 *
 * <p>A message is given up when it has waited for {@link BackOff#PATIENCE} in all after unknown outcomes. Only the waits that an unknown
 * outcome has caused count. What the message waits for otherwise, before, between or after unknown outcomes, does not bring its end any
 * nearer: an outage, the rate limit, the authorisation of its sender, the kill switch, an app that is off. Nor does it start the count
 * anew, so that a message cannot hold up its conversation for ever when its outcomes take turns.
 */
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
            return afterUnreachable(tried, unreachable, now);
        }
        return afterUnknown(tried, ((Outcome.Unknown) outcome).reason(), now);
    }

    private Change afterUnknown(StoredMessage tried, String reason, Instant now) {
        int attempts = tried.attempts() + 1;
        Instant firstSentAt = tried.firstSentAt() != null ? tried.firstSentAt() : tried.claim().at();
        Duration waited = tried.unknownWait() != null ? tried.unknownWait() : Duration.ZERO;
        if (waited.compareTo(BackOff.PATIENCE) >= 0) {
            return new Change(Status.DEAD, now, attempts, firstSentAt, waited, "gave_up", reason);
        }
        Duration wait = LeaseTimes.FIRST_LOOK.plus(backOff.delayAfter(attempts, BackOff.LONGEST));
        return new Change(Status.WAITING, now.plus(wait), attempts, firstSentAt, waited.plus(wait), "unknown", reason);
    }

    private Change afterUnreachable(StoredMessage tried, Outcome.Unreachable unreachable, Instant now) {
        int attempts = tried.attempts() + 1;
        return new Change(Status.WAITING, now.plus(backOff.delayAfter(attempts, BackOff.LONGEST_UNREACHABLE)), attempts, tried.firstSentAt(),
            tried.unknownWait(), unreachable.code(), unreachable.reason());
    }

    private static Change wait(StoredMessage tried, Status status, Instant until, String code, String reason) {
        return new Change(status, until, tried.attempts(), tried.firstSentAt(), tried.unknownWait(), code, reason);
    }

    private static Change done(StoredMessage tried, Instant now, String code, String reason) {
        return new Change(Status.DONE, now.plus(KEPT), tried.attempts(), tried.firstSentAt(), tried.unknownWait(), code, reason);
    }

    private static Change dead(StoredMessage tried, Instant now, String code, String reason) {
        return new Change(Status.DEAD, now, tried.attempts() + 1, tried.firstSentAt(), tried.unknownWait(), code, reason);
    }
}
