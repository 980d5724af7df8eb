package org.intercomjira.connection;

import java.time.Duration;
import java.time.Instant;

/**
 * When a broken connection is probed next: after a minute, then at intervals that double up to an hour. A connection that breaks again
 * soon after a probe has mended it goes on with the next interval, so that it does not come and go every minute.
 *
 * @param refusals how many probes in a row were refused, or came to nothing in the end
 * @param next     null when none was planned, as by a version that does not probe
 */
record ProbeSchedule(int refusals, Instant next) {
    static final Duration FIRST = Duration.ofMinutes(1);
    static final Duration LONGEST = Duration.ofHours(1);

    /** The connection breaks now. */
    ProbeSchedule broken(Instant now) {
        boolean isRelapse = next != null && now.isBefore(next.plus(LONGEST));
        return from(isRelapse ? refusals + 1 : 0, now);
    }

    /** Intercom has refused the token once more. */
    ProbeSchedule refused(Instant now) {
        return from(refusals + 1, now);
    }

    /** Intercom could not be asked. */
    ProbeSchedule unanswered(Instant now) {
        return from(refusals, now);
    }

    Instant due(Instant brokenSince) {
        Instant first = brokenSince.plus(FIRST);
        return next == null || next.isBefore(first) ? first : next;
    }

    private static ProbeSchedule from(int refusals, Instant now) {
        Duration doubled = FIRST.multipliedBy(1L << Math.min(refusals, 10));
        return new ProbeSchedule(refusals, now.plus(doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST));
    }
}
