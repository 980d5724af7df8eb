package org.intercomjira.intercom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.intercomjira.platform.Secret;
import org.springframework.stereotype.Component;

/** How near each token is to Intercom's rate limit, as the last answers told it. */
@Component
public class RateLimits {
    /** Far more than a Jira has connections; a bound, so that renewed tokens cannot pile up. */
    private static final int MOST_TOKENS = 1_000;

    private final Clock clock;
    private final ConcurrentMap<Secret, RateGate> gates = new ConcurrentHashMap<>();
    private final ConcurrentMap<Secret, RateLimit> last = new ConcurrentHashMap<>();

    public RateLimits(Clock clock) {
        this.clock = clock;
    }

    Clock clock() {
        return clock;
    }

    /** What Intercom said last about this token's limit; empty before the first call. */
    public Optional<RateLimit> of(Access access) {
        return Optional.ofNullable(last.get(access.token()));
    }

    /** @param call names this call until it leaves, which it may do more than once */
    Duration enter(Access access, Object call) {
        return gate(access).enter(call, clock.instant());
    }

    int underWay(Access access) {
        return gate(access).underWay(clock.instant());
    }

    /** What a caller is told who would have to wait for too long. */
    Failure fullFor(Duration wait) {
        return new Failure.RateLimited(clock.instant().plus(wait));
    }

    /** @param reply null when there was none */
    void leave(Access access, Object call, Reply reply) {
        Instant now = clock.instant();
        Optional<RateLimit> said = reply == null ? Optional.empty() : RateLimit.read(reply.headers(), now);
        said.ifPresentOrElse(limit -> gate(access).leave(call, limit, now), () -> gate(access).leave(call));
        said.ifPresent(limit -> last.put(access.token(), limit));
        if (reply != null && reply.status() == 429) {
            gate(access).closeUntil(now.plus(RateLimit.waitAfter429(reply.headers(), now)));
        }
    }

    private RateGate gate(Access access) {
        if (gates.size() > MOST_TOKENS) {
            gates.clear();
            last.clear();
        }
        return gates.computeIfAbsent(access.token(), token -> new RateGate());
    }
}
