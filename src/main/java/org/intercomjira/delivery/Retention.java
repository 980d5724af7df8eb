package org.intercomjira.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.Lock;
import java.util.function.IntSupplier;
import org.intercomjira.platform.LockRelease;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Sweeps what has been done or dead long enough, in small batches, on one node at a time. */
@Component
class Retention {
    static final int BATCH = 200;
    /** A minute's work at most: 12,000 a minute is more than Intercom takes notes. */
    private static final int BATCHES_A_RUN = 60;
    /** Time enough for an administrator to retry or discard; ids of conversations are not kept for ever. */
    static final Duration DEAD_KEPT = Duration.ofDays(90);
    private static final Logger LOG = LoggerFactory.getLogger(Retention.class);

    private final OutboxStore store;
    private final DeadLetterStore dead;
    private final ObjectProvider<Sweeper> sweepers;
    private final LaneLocks locks;
    private final Clock clock;

    Retention(OutboxStore store, DeadLetterStore dead, ObjectProvider<Sweeper> sweepers, LaneLocks locks, Clock clock) {
        this.store = store;
        this.dead = dead;
        this.sweepers = sweepers;
        this.locks = locks;
        this.clock = clock;
    }

    /** The number of messages that are gone. */
    int sweep() {
        Lock lock = locks.ofSweep();
        if (!lock.tryLock()) {
            return 0;
        }
        try {
            int done = inBatches(() -> store.sweep(clock.instant(), BATCH));
            int died = inBatches(() -> dead.sweep(clock.instant().minus(DEAD_KEPT), BATCH));
            if (died > 0) {
                LOG.info("{} messages that failed {} days ago were removed", died, DEAD_KEPT.toDays());
            }
            sweepers.forEach(Sweeper::sweep);
            return done + died;
        } finally {
            LockRelease.unlock(lock, LockRelease.REQUEST);
        }
    }

    private static int inBatches(IntSupplier sweepBatch) {
        int swept = 0;
        for (int batch = 0; batch < BATCHES_A_RUN && swept == batch * BATCH; batch++) {
            swept += sweepBatch.getAsInt();
        }
        return swept;
    }
}
