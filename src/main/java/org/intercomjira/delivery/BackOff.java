package org.intercomjira.delivery;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** How long to wait after failed tries. */
@Component
class BackOff {
    static final Duration FIRST = Duration.ofSeconds(5);
    /** For what the message itself may be the cause of. */
    static final Duration LONGEST = Duration.ofHours(1);
    /** For what certainly did not arrive: looking whether the way is open again costs nothing, and people wait. */
    static final Duration LONGEST_UNREACHABLE = Duration.ofMinutes(2);
    /** After waiting for this long in all after unknown outcomes a message is given up, see {@link OutcomeRules}. */
    static final Duration PATIENCE = Duration.ofHours(24);
    private static final int MOST_DOUBLINGS = 20;

    private final RandomGenerator random;

    @Autowired
    BackOff() {
        this(new Random());
    }

    BackOff(RandomGenerator random) {
        this.random = random;
    }

    /**
     * Full jitter: what failed together must not come back together.
     *
     * @param failedAttempts at least 1
     * @param longest        the ceiling, however many tries have failed
     */
    Duration delayAfter(int failedAttempts, Duration longest) {
        int doublings = Math.min(Math.max(failedAttempts, 1) - 1, MOST_DOUBLINGS);
        long ceiling = Math.min(longest.toMillis(), FIRST.toMillis() << doublings);
        return Duration.ofMillis(random.nextLong(ceiling + 1));
    }
}
