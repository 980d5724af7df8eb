package org.intercomjira.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Lock;
import org.intercomjira.delivery.Records.Ended;
import org.intercomjira.platform.LockRelease;
import org.intercomjira.platform.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Drains one lane on this node, on one thread while there is something to do and on none otherwise. It works only under the lane's
 * cluster lock, in tenures: each ends when nothing is left to do, and now and then anyway, so that a lock that was lost unnoticed is
 * noticed.
 */
final class LaneDrainer {
    static final Duration TENURE = Duration.ofMinutes(5);
    private static final Logger LOG = LoggerFactory.getLogger(LaneDrainer.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
    private static final Duration WHEN_LOCKED = Duration.ofSeconds(2);
    private static final long LONGEST_WAIT_MILLIS = 2_000;

    private final String lane;
    private final Engine engine;
    private final DeliveryThreads threads;
    private final Clock clock;
    private final Flights flights;
    private final Bell bell = new Bell();
    private final Alarm alarm;
    private final LaneCare care;
    private Instant pausedUntil = Instant.EPOCH;
    private long heard;
    private boolean tenureOver;
    private boolean running;
    private volatile boolean stopping;

    /** What every drainer works with. */
    record Engine(OutboxStore store, Claims claims, Parked parked, Senders senders, Records records, Couriers couriers,
                  KillSwitch killSwitch, CopyGuard copyGuard, LaneLocks locks) {
    }

    LaneDrainer(String lane, Engine engine, DeliveryThreads threads, Clock clock) {
        this.lane = lane;
        this.engine = engine;
        this.threads = threads;
        this.clock = clock;
        this.flights = new Flights(lane, engine.couriers(), threads, clock, this::wake);
        this.care = new LaneCare(lane, engine.parked(), engine.store(), engine.senders(), clock);
        this.alarm = new Alarm(threads, clock, this::wake);
    }

    /** There may be something to do. Returns at once. */
    synchronized void wake() {
        bell.ring();
        if (running || stopping && flights.isEmpty()) {
            return;
        }
        try {
            running = true;
            threads.lanes().execute(this::run);
        } catch (RejectedExecutionException e) {
            running = false;
        } catch (Error e) {
            // No thread is to be had: the lane must not count as running, or it would never run again.
            running = false;
            alarm.in(AFTER_TROUBLE);
            LOG.warn("Lane {} got no thread and tries again in {}", lane, AFTER_TROUBLE, new Trace(e));
        }
    }

    /** The sender's held messages may go. Returns at once. */
    void release(String sender) {
        care.release(sender);
        wake();
    }

    /** From now on nothing is claimed; what is under way is waited for, as long as the threads live. */
    void stop() {
        stopping = true;
        bell.ring();
    }

    void abandon() {
        flights.abandon();
    }

    private void run() {
        try {
            do {
                drain();
            } while (!rest());
        } catch (RuntimeException | Error e) {
            LOG.warn("Lane {} is in trouble and tries again in {}", lane, AFTER_TROUBLE, new Trace(e));
            alarm.in(AFTER_TROUBLE);
            synchronized (this) {
                running = false;
            }
        }
    }

    private synchronized boolean rest() {
        running = (tenureOver || bell.rings() != heard) && !stopping;
        return !running;
    }

    private void drain() {
        tenureOver = false;
        heard = bell.rings();
        writeEnded();
        Lock lock = engine.locks().ofLane(lane);
        if (!lock.tryLock()) {
            alarm.in(WHEN_LOCKED);
            return;
        }
        try {
            serve(clock.instant().plus(TENURE));
        } finally {
            LockRelease.unlock(lock, LockRelease.OWN_THREAD);
        }
    }

    /** Until nothing is under way and nothing is due. */
    private void serve(Instant end) {
        do {
            heard = bell.rings();
            writeEnded();
            tenureOver = !clock.instant().isBefore(end);
            if (!stopping && !tenureOver) {
                work();
            }
        } while (awaitMore());
    }

    /** False when nothing is under way (any more). */
    private boolean awaitMore() {
        if (!flights.isEmpty()) {
            bell.awaitMoreThan(heard, LONGEST_WAIT_MILLIS);
        }
        return !flights.isEmpty() && !Thread.currentThread().isInterrupted();
    }

    private void work() {
        if (!care.work(flights.ids())) {
            alarm.in(LaneCare.REVIEW_EVERY);
        }
        if (clock.instant().isBefore(pausedUntil)) {
            alarm.at(pausedUntil);
        } else if (engine.killSwitch().isThrown() || engine.copyGuard().isHeld()) {
            alarm.in(AFTER_TROUBLE);
        } else {
            send();
        }
    }

    private void send() {
        boolean more = true;
        // Much of what is due may have to be parked: what has ended meanwhile must not wait for that.
        while (more && flights.free() > 0 && bell.rings() == heard) {
            Claims.Page page = engine.claims().claim(lane, flights.free());
            page.claimed().forEach(flights::send);
            page.held().forEach(care::held);
            more = page.more();
        }
        if (flights.free() > 0) {
            engine.store().nextTime(lane, Status.WAITING).ifPresent(alarm::at);
        }
    }

    private void writeEnded() {
        List<Ended> ended = flights.takeEnded();
        ended.forEach(this::obey);
        List<Ended> unwritten = engine.records().write(lane, ended);
        ended.stream().filter(each -> !unwritten.contains(each) || engine.records().isStale(each)).forEach(flights::written);
        unwritten.stream().filter(each -> !engine.records().isStale(each)).forEach(flights::putBack);
        if (!unwritten.isEmpty() && unwritten.size() == ended.size()) {
            throw new IllegalStateException("Nothing can be written");
        }
    }

    private void obey(Ended ended) {
        if (ended.outcome() instanceof Outcome.RateLimited limited && limited.until().isAfter(pausedUntil)) {
            pausedUntil = limited.until();
        } else if (ended.outcome() instanceof Outcome.AuthorisationLost) {
            care.held(ended.tried().message().sender());
        }
    }
}
