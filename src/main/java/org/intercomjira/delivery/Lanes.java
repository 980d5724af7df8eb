package org.intercomjira.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Predicate;
import org.intercomjira.platform.JiraThreadFrame;
import org.intercomjira.platform.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The drainers of this node, from start to stop. Before and after, waking them does nothing: what is stored waits. */
@Component
class Lanes {
    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);
    private static final Duration PATIENCE_AT_STOP = Duration.ofSeconds(10);

    private final LaneDrainer.Engine engine;
    private final OutboxStore store;
    private final Clock clock;
    private final JiraThreadFrame frame;
    private final Duration courierDeadline;
    private volatile Running running;

    @Autowired
    Lanes(OutboxStore store, Claims claims, Parked parked, Senders senders, Records records, Couriers couriers, KillSwitch killSwitch,
          CopyGuard copyGuard, LaneLocks locks, Clock clock, JiraThreadFrame frame) {
        this(store, claims, parked, senders, records, couriers, killSwitch, copyGuard, locks, clock, frame, CourierThreads.DEADLINE);
    }

    Lanes(OutboxStore store, Claims claims, Parked parked, Senders senders, Records records, Couriers couriers, KillSwitch killSwitch,
          CopyGuard copyGuard, LaneLocks locks, Clock clock, JiraThreadFrame frame, Duration courierDeadline) {
        this.engine = new LaneDrainer.Engine(store, claims, parked, senders, records, couriers, killSwitch, copyGuard, locks);
        this.store = store;
        this.clock = clock;
        this.frame = frame;
        this.courierDeadline = courierDeadline;
    }

    private record Running(DeliveryThreads threads, Map<String, LaneDrainer> drainers, Map<String, InsertWakes> wakes) {
    }

    synchronized void start() {
        if (running == null) {
            running = new Running(new DeliveryThreads(frame, courierDeadline), new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
            inBackground(this::wakeAll);
        }
    }

    synchronized void stop() {
        Running stopped = running;
        running = null;
        if (stopped != null) {
            stopped.drainers().values().forEach(LaneDrainer::stop);
            stopped.threads().stop(PATIENCE_AT_STOP);
            stopped.drainers().values().forEach(LaneDrainer::abandon);
        }
    }

    /** Something was inserted, see {@link InsertWakes}. Returns at once: a person waits. */
    void wakeAfterInsert(String lane) {
        Running now = running;
        if (now != null) {
            now.wakes().computeIfAbsent(lane, name -> new InsertWakes(now.threads()::later, clock, drainer(now, name)::wake)).inserted();
        }
    }

    void wakeAll() {
        Running now = running;
        if (now != null) {
            store.lanes().forEach(lane -> drainer(now, lane).wake());
        }
    }

    /** Returns at once. */
    void release(String sender) {
        inBackground(() -> {
            Running now = running;
            if (now != null) {
                store.lanes().forEach(lane -> drainer(now, lane).release(sender));
            }
        });
    }

    /** See {@link Outbox#reassign}. */
    int reassign(String lane, String orderKey, Predicate<Message> concerned, String sender) {
        int changed = engine.parked().reassign(lane, orderKey, concerned, sender);
        if (changed > 0) {
            wakeAfterInsert(lane);
        }
        return changed;
    }

    private LaneDrainer drainer(Running now, String lane) {
        return now.drainers().computeIfAbsent(lane, name -> new LaneDrainer(name, engine, now.threads(), clock));
    }

    private void inBackground(Runnable task) {
        Running now = running;
        if (now == null) {
            return;
        }
        try {
            now.threads().lanes().execute(() -> {
                try {
                    task.run();
                } catch (RuntimeException | Error e) {
                    LOG.warn("The lanes could not be woken; the poll will do it within a minute", new Trace(e));
                }
            });
        } catch (RejectedExecutionException e) {
            LOG.debug("The engine has stopped");
        }
    }
}
