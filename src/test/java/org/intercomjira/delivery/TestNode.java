package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.jira.util.thread.JiraThreadLocalUtil;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.intercomjira.platform.ClusterMutex;
import org.intercomjira.platform.Installation;
import org.intercomjira.platform.InstallationReader;
import org.intercomjira.platform.JiraThreadFrame;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** A node's engine, put together as Spring does it. Nodes that share database, locks and settings are a cluster. */
final class TestNode implements AutoCloseable {
    /** How long tests wait for what must come. Under mutation most of it never comes, so there it is shorter. */
    static final Duration PATIENCE = Duration.ofSeconds(Integer.getInteger("test.patience", 60));

    final Set<String> held = ConcurrentHashMap.newKeySet();
    final AtomicInteger errorsToCome = new AtomicInteger();
    final AtomicReference<Precedence> precedence = new AtomicReference<>(attempt -> Optional.empty());
    final JiraThreadLocalUtil threadLocals = mock(JiraThreadLocalUtil.class);
    final OutboxStore store;
    final Lanes lanes;
    final Outbox outbox;
    final OutboxCounts counts;
    final DeadLetters deadLetters;
    final Deliveries deliveries;
    final Retention retention;
    final KillSwitch killSwitch;
    final AtomicInteger sweeps = new AtomicInteger();
    final CopyGuard copyGuard;
    final CopiedMessages copiedMessages;
    /** What the node sees of its Jira. */
    volatile Installation installation = new Installation("https://jira.example", "/shared", "db-1");
    final Set<String> foreign = ConcurrentHashMap.newKeySet();

    TestNode(ActiveObjects ao, Clock clock, Cluster cluster, Courier courier) {
        this(ao, clock, cluster, courier, CourierThreads.DEADLINE);
    }

    TestNode(ActiveObjects ao, Clock clock, Cluster cluster, Courier courier, Duration courierDeadline) {
        StaticListableBeanFactory beans = new StaticListableBeanFactory(
            Map.of("courier", courier, "hold", (SenderHold) this::isHeld, "precedence", (Precedence) attempt -> precedence.get().before(attempt),
                "sweeper", (Sweeper) sweeps::incrementAndGet, "foreign", (ForeignInstallations) () -> Set.copyOf(foreign)));
        store = new OutboxStore(ao);
        counts = new OutboxCounts(ao);
        killSwitch = new KillSwitch(cluster.settings(), clock);
        InstallationReader reader = mock(InstallationReader.class);
        when(reader.read()).thenAnswer(call -> installation);
        copyGuard = new CopyGuard(reader, beans.getBeanProvider(ForeignInstallations.class), cluster.settings(), new ClusterMutex(cluster.locks()), clock);
        copiedMessages = new CopiedMessages(store, clock);
        LaneLocks locks = new LaneLocks(cluster.locks());
        Senders senders = new Senders(beans.getBeanProvider(SenderHold.class));
        Records records = new Records(store, new OutcomeRules(new BackOff(new Random(7))), senders, clock);
        lanes = new Lanes(store, new Claims(store, senders, clock), new Parked(store, senders, records, clock), senders, records,
            new Couriers(beans.getBeanProvider(Courier.class), beans.getBeanProvider(Precedence.class)), killSwitch, copyGuard, locks, clock,
            new JiraThreadFrame(threadLocals), courierDeadline);
        outbox = new Outbox(store, counts, lanes, clock);
        DeadLetterStore dead = new DeadLetterStore(ao);
        deadLetters = new DeadLetters(dead, store, lanes, clock);
        deliveries = new Deliveries(ao);
        retention = new Retention(store, dead, beans.getBeanProvider(Sweeper.class), locks, clock);
    }

    /** What the nodes of a cluster share beside the database. */
    record Cluster(ClusterLocks locks, PluginSettingsFactory settings) {
        Cluster() {
            this(new ClusterLocks(), settingsInMemory());
        }

        private static PluginSettingsFactory settingsInMemory() {
            Map<String, Object> values = new ConcurrentHashMap<>();
            PluginSettings settings = new PluginSettings() {
                @Override
                public Object get(String key) {
                    return values.get(key);
                }

                @Override
                public Object put(String key, Object value) {
                    return values.put(key, value);
                }

                @Override
                public Object remove(String key) {
                    return values.remove(key);
                }
            };
            return () -> settings;
        }
    }

    /** A message of the only lane. */
    static Message message(String conversation, String payload) {
        return message("10000", conversation, payload);
    }

    static Message message(String sender, String conversation, String payload) {
        return new Message("workspace", sender, "workspace:" + conversation, "fact:" + payload, "note", payload);
    }

    /** What the engine asks about senders. */
    static Senders senders(SenderHold hold) {
        return new Senders(new StaticListableBeanFactory(Map.of("hold", hold)).getBeanProvider(SenderHold.class));
    }

    private boolean isHeld(String sender) {
        if (errorsToCome.getAndUpdate(count -> Math.max(0, count - 1)) > 0) {
            throw new NoClassDefFoundError(sender);
        }
        return held.contains(sender);
    }

    /** Moves the first message of its conversation, as the holder of the lane's lock does. */
    static void move(OutboxStore store, StoredMessage message, Move move) {
        store.inTurn(message.message().lane(), turn -> {
            StoredMessage head = turn.head(message.message().orderKey(), sender -> false).orElseThrow();
            assertThat(head.id()).as("the first message is " + head).isEqualTo(message.id());
            // One that no time and no limit keeps from being read.
            return turn.moveDue(head.status(), Instant.ofEpochMilli(Long.MAX_VALUE), Integer.MAX_VALUE, each -> Optional.of(move).filter(any -> each.id() == head.id()));
        });
    }

    /** The message that goes next, if nobody is held. */
    static Optional<StoredMessage> head(OutboxStore store, String orderKey) {
        return store.inTurn("workspace", turn -> turn.head(orderKey, sender -> false));
    }

    /** Writes what became of a try, as its owner does. */
    static boolean record(OutboxStore store, StoredMessage tried, Change change) {
        return store.inTurn(tried.message().lane(), turn -> turn.record(tried, change));
    }

    /** What of this status has its time behind it, the longest overdue first. */
    static List<StoredMessage> due(OutboxStore store, Status status, Instant now, int limit) {
        List<StoredMessage> due = new ArrayList<>();
        store.inTurn("workspace", turn -> turn.moveDue(status, now, limit, each -> {
            due.add(each);
            return Optional.empty();
        }));
        return due;
    }

    /** Moves what waits and is due. */
    static int moveWaiting(OutboxStore store, Instant now, int limit, Function<StoredMessage, Optional<Move>> move) {
        return store.inTurn("workspace", turn -> turn.moveDue(Status.WAITING, now, limit, move));
    }

    /** What was given up and is not discarded. */
    List<Delivery> failed() {
        return deliveries.list(new Deliveries.Filter(Deliveries.Kind.FAILED, null, null), 0, 100);
    }

    void enqueue(String conversation, String... payloads) {
        for (String payload : payloads) {
            outbox.enqueue(message(conversation, payload));
        }
    }

    @Override
    public void close() {
        lanes.stop();
    }
}
