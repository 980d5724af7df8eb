package org.intercomjira.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;

/**
 * Wakes a lane for what is inserted: a moment after it, so that inserts that follow each other wake one thread once and not each, as a
 * person waits for it; and again a second after it. If the insert was part of a larger transaction, it cannot be seen before that ends,
 * and nobody tells us when. Longer transactions are left to the poll.
 */
final class InsertWakes {
    static final Duration SOON = Duration.ofMillis(20);
    static final Duration LOOK_AGAIN = Duration.ofSeconds(1);

    private final Timer timer;
    private final Clock clock;
    private final Runnable wake;
    private boolean soonIsSet;
    private boolean lookIsSet;
    private Instant lastInsert;

    /** Runs a task once, after a delay; null when it never will. */
    interface Timer {
        Future<?> later(Duration delay, Runnable task);
    }

    InsertWakes(Timer timer, Clock clock, Runnable wake) {
        this.timer = timer;
        this.clock = clock;
        this.wake = wake;
    }

    synchronized void inserted() {
        lastInsert = clock.instant();
        if (!soonIsSet) {
            soonIsSet = true;
            timer.later(SOON, this::wakeSoon);
        }
        if (!lookIsSet) {
            lookIsSet = true;
            timer.later(LOOK_AGAIN, this::lookAgain);
        }
    }

    private void wakeSoon() {
        synchronized (this) {
            soonIsSet = false;
        }
        wake.run();
    }

    /** The look was set for the first insert since the last look: later ones have a second of their own. */
    private void lookAgain() {
        synchronized (this) {
            Duration left = Duration.between(clock.instant(), lastInsert.plus(LOOK_AGAIN));
            lookIsSet = left.compareTo(Duration.ZERO) > 0;
            if (lookIsSet) {
                timer.later(left, this::lookAgain);
            }
        }
        wake.run();
    }
}
