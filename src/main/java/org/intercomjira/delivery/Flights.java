package org.intercomjira.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import org.intercomjira.delivery.Records.Ended;
import org.intercomjira.platform.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The tries of one lane that are under way, and those that have ended and are not written down yet. */
final class Flights {
    /** Enough to use Intercom's limit of 166 calls a second at a third of a second each. */
    static final int MOST = 64;

    /** So many tries of a message may hang before it is dead. */
    static final int MOST_HANGING_TRIES = 3;
    private static final int MOST_REMEMBERED = 1_000;
    private static final Logger LOG = LoggerFactory.getLogger(Flights.class);

    private final Map<Long, CompletableFuture<Outcome>> open = new ConcurrentHashMap<>();
    /** How many tries of a message have hung on this node. Another node begins to count anew. */
    private final Map<Long, Integer> hanging = new ConcurrentHashMap<>();
    private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
    private final String lane;
    private final Couriers couriers;
    private final DeliveryThreads threads;
    private final Clock clock;
    private final Runnable onEnd;

    /** @param onEnd told, on any thread, whenever a try has ended */
    Flights(String lane, Couriers couriers, DeliveryThreads threads, Clock clock, Runnable onEnd) {
        this.lane = lane;
        this.couriers = couriers;
        this.threads = threads;
        this.clock = clock;
        this.onEnd = onEnd;
    }

    int free() {
        return MOST - open.size();
    }

    boolean isEmpty() {
        return open.isEmpty();
    }

    Set<Long> ids() {
        return Set.copyOf(open.keySet());
    }

    /** Hands the message to its courier on another thread: a courier reads Jira before it calls anyone. */
    void send(StoredMessage message) {
        Flight flight = new Flight(message);
        open.put(message.id(), flight.outcome);
        try {
            flight.endInTime();
            threads.couriers().execute(lane, flight);
        } catch (RuntimeException | Error e) {
            flight.fail(e);
        }
    }

    private final class Flight implements CourierThreads.Work {
        private final StoredMessage message;
        private final Attempt attempt;
        private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

        Flight(StoredMessage message) {
            this.message = message;
            this.attempt = message.attempt();
        }

        private void endInTime() {
            // Our own timer: the JDK's would hold on to the plugin's class loader for as long as Jira runs.
            Future<?> deadline = threads.later(LeaseTimes.ATTEMPT_DEADLINE, () -> outcome.complete(withoutOutcome("no outcome in time")));
            outcome.thenAccept(known -> {
                if (deadline != null) {
                    deadline.cancel(false);
                }
                ended.add(new Ended(message, known));
                onEnd.run();
            });
        }

        @Override
        public void run() {
            try {
                if (outcome.isDone()) {
                    return;
                }
                Instant now = clock.instant();
                if (attempt.isTooLate(now)) {
                    outcome.complete(new Outcome.NotYet(now));
                } else {
                    couriers.deliver(attempt).thenAccept(this::complete);
                }
            } catch (RuntimeException | Error e) {
                fail(e);
            }
        }

        private void complete(Outcome known) {
            if (outcome.complete(known)) {
                hanging.remove(message.id());
            }
        }

        private void fail(Throwable problem) {
            outcome.complete(withoutOutcome(problem.getClass().getSimpleName()));
        }

        private Outcome withoutOutcome(String reason) {
            return attempt.permit().withdraw() ? new Outcome.Unreachable(reason) : new Outcome.Unknown(reason);
        }

        @Override
        public void isStuck(Trace where) {
            int tries = hanging.merge(message.id(), 1, Integer::sum);
            if (tries == 1) {
                LOG.warn("Message {} of lane {} hangs and was interrupted; {} threads have not ended yet", message.id(), lane, threads.couriers().leftBehind(), where);
            }
            if (!attempt.permit().withdraw()) {
                // Its call has begun, and has a deadline of its own.
                return;
            }
            boolean isLast = tries >= MOST_HANGING_TRIES;
            if (isLast) {
                hanging.remove(message.id());
            } else if (hanging.size() > MOST_REMEMBERED) {
                hanging.clear();
            }
            outcome.complete(isLast ? new Outcome.Refused("hangs", "It hung in Jira " + tries + " times") : new Outcome.Unreachable("hangs"));
        }

        @Override
        public void isRejected() {
            outcome.complete(new Outcome.Unreachable("stopped"));
        }
    }

    /** Waits for nobody any more: what has no outcome yet keeps its claim until that runs out. */
    void abandon() {
        open.values().forEach(flight -> flight.cancel(false));
    }

    /** What has ended since the last call. It counts as under way until it is {@link #written}. */
    List<Ended> takeEnded() {
        List<Ended> taken = new ArrayList<>();
        for (Ended next = ended.poll(); next != null; next = ended.poll()) {
            taken.add(next);
        }
        return taken;
    }

    void putBack(Ended unwritten) {
        ended.add(unwritten);
    }

    void written(Ended done) {
        open.remove(done.tried().id());
    }
}
