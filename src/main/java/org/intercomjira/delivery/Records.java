package org.intercomjira.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.intercomjira.platform.Trace;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Writes down what became of tries. Needs no cluster lock: a try is written by its owner alone, and only while its claim stands.
 * Many at once go into one transaction, because every commit waits for the disk.
 */
@Component
class Records {
    private static final Logger LOG = LoggerFactory.getLogger(Records.class);

    private static final Duration OTHERS_AUTHORISATION = Duration.ofMinutes(1);

    private final OutboxStore store;
    private final OutcomeRules rules;
    private final Senders senders;
    private final Clock clock;

    Records(OutboxStore store, OutcomeRules rules, Senders senders, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.senders = senders;
        this.clock = clock;
    }

    /** A try that has ended. */
    record Ended(StoredMessage tried, Outcome outcome) {
    }

    /** Writes all of them, tries of this lane; those that could not be written are returned, to be written later. */
    List<Ended> write(String lane, List<Ended> all) {
        if (all.isEmpty()) {
            return List.of();
        }
        try {
            store.inTurn(lane, turn -> {
                all.forEach(ended -> write(turn, ended));
                return null;
            });
            return List.of();
        } catch (RuntimeException e) {
            return writeOneByOne(lane, all);
        }
    }

    /** One that no database takes must not keep the others from being written. */
    private List<Ended> writeOneByOne(String lane, List<Ended> all) {
        List<Ended> unwritten = new ArrayList<>();
        for (Ended ended : all) {
            try {
                store.inTurn(lane, turn -> {
                    write(turn, ended);
                    return null;
                });
            } catch (RuntimeException e) {
                LOG.warn("What became of message {} could not be written", ended.tried().id(), new Trace(e));
                unwritten.add(ended);
            }
        }
        return unwritten;
    }

    private void write(Turn turn, Ended ended) {
        StoredMessage tried = ended.tried();
        Change change = rules.after(tried, waiting(tried, ended.outcome()), clock.instant());
        if (!turn.record(tried, change)) {
            LOG.warn("Message {} was taken over before its outcome was written: {}", tried.id(), change.status());
        } else if (change.status() != Status.WAITING) {
            turn.freeHead(tried.message().orderKey(), senders::isHeld);
            log(tried, change);
        }
    }

    /**
     * A message whose authorisation is lost though its sender is not held needs another sender's (its issue has been moved): held, it would
     * be released at once and tried again and again.
     */
    private Outcome waiting(StoredMessage tried, Outcome outcome) {
        return outcome instanceof Outcome.AuthorisationLost && !senders.isHeld(tried.message().sender())
            ? new Outcome.NotYet(clock.instant().plus(OTHERS_AUTHORISATION)) : outcome;
    }

    private static void log(StoredMessage tried, Change change) {
        if (change.status() == Status.DEAD) {
            LOG.warn("Message {} ({}) of lane {} was given up after {} tries: {}", tried.id(), tried.message().type(),
                tried.message().lane(), change.attempts(), change.code());
        } else {
            LOG.debug("Message {} of lane {} is {}", tried.id(), tried.message().lane(), change.status());
        }
    }

    /** True when nobody waits for this any more: the claim has long been taken over. */
    boolean isStale(Ended ended) {
        return ended.tried().claim().at().plus(LeaseTimes.LEASE.multipliedBy(2)).isBefore(clock.instant());
    }
}
