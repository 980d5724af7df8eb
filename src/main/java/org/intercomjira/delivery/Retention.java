package org.intercomjira.delivery;

import java.time.Clock;
import java.util.concurrent.locks.Lock;
import org.springframework.stereotype.Component;

/** Sweeps what has been done long enough, in small batches, on one node at a time. */
@Component
class Retention {
    static final int BATCH = 200;
    /** A minute's work at most: 12,000 a minute is more than Intercom takes notes. */
    private static final int BATCHES_A_RUN = 60;

    private final OutboxStore store;
    private final LaneLocks locks;
    private final Clock clock;

    Retention(OutboxStore store, LaneLocks locks, Clock clock) {
        this.store = store;
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
            int swept = 0;
            for (int batch = 0; batch < BATCHES_A_RUN && swept == batch * BATCH; batch++) {
                swept += store.sweep(clock.instant(), BATCH);
            }
            return swept;
        } finally {
            lock.unlock();
        }
    }
}
