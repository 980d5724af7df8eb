package org.intercomjira.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import org.intercomjira.delivery.Records.Ended;

/** The tries of one lane that are under way, and those that have ended and are not written down yet. */
final class Flights {
    /** Enough to use Intercom's limit of 166 calls a second at a third of a second each. */
    static final int MOST = 64;

    private final Map<Long, CompletableFuture<Outcome>> open = new ConcurrentHashMap<>();
    private final Queue<Ended> ended = new ConcurrentLinkedQueue<>();
    private final Couriers couriers;
    private final DeliveryThreads threads;
    private final Runnable onEnd;

    /** @param onEnd told, on any thread, whenever a try has ended */
    Flights(Couriers couriers, DeliveryThreads threads, Runnable onEnd) {
        this.couriers = couriers;
        this.threads = threads;
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
        CompletableFuture<Outcome> flight = new CompletableFuture<>();
        open.put(message.id(), flight);
        // Our own timer: the JDK's would hold on to the plugin's class loader for as long as Jira runs.
        Future<?> deadline = threads.later(LeaseTimes.ATTEMPT_DEADLINE, () -> flight.complete(new Outcome.Unknown("no outcome in time")));
        flight.thenAccept(outcome -> {
            if (deadline != null) {
                deadline.cancel(false);
            }
            ended.add(new Ended(message, outcome));
            onEnd.run();
        });
        try {
            threads.couriers().execute(() -> begin(message, flight));
        } catch (RejectedExecutionException e) {
            flight.complete(new Outcome.Unreachable("stopped"));
        }
    }

    private void begin(StoredMessage message, CompletableFuture<Outcome> flight) {
        if (!flight.isDone()) {
            couriers.deliver(message.attempt()).thenAccept(flight::complete);
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
