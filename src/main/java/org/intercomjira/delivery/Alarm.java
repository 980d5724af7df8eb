package org.intercomjira.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;

/** Rings at the earliest of the times it is set to. */
final class Alarm {
    private final DeliveryThreads threads;
    private final Clock clock;
    private final Runnable ring;
    private Instant setTo;
    private Future<?> pending;

    Alarm(DeliveryThreads threads, Clock clock, Runnable ring) {
        this.threads = threads;
        this.clock = clock;
        this.ring = ring;
    }

    void in(Duration delay) {
        at(clock.instant().plus(delay));
    }

    synchronized void at(Instant time) {
        if (setTo != null && !time.isBefore(setTo)) {
            return;
        }
        if (pending != null) {
            pending.cancel(false);
        }
        setTo = time;
        pending = threads.later(Duration.between(clock.instant(), time), this::ringNow);
    }

    private void ringNow() {
        synchronized (this) {
            setTo = null;
            pending = null;
        }
        ring.run();
    }
}
