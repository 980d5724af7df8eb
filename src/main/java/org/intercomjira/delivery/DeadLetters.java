package org.intercomjira.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** What was given up: for the administrator to count, retry or discard. {@link Deliveries} lists it. */
@Component
public class DeadLetters {
    private static final int MOST_AT_ONCE = 1_000;

    private final DeadLetterStore dead;
    private final OutboxStore outbox;
    private final Lanes lanes;
    private final Clock clock;

    DeadLetters(DeadLetterStore dead, OutboxStore outbox, Lanes lanes, Clock clock) {
        this.dead = dead;
        this.outbox = outbox;
        this.lanes = lanes;
        this.clock = clock;
    }

    /**
     * How many there are of each code.
     *
     * @param sender whose; null for all
     */
    public Map<String, Integer> countsByCode(String sender) {
        Map<String, Integer> counts = new TreeMap<>();
        for (Optional<String> code = dead.codeAfter("", sender); code.isPresent(); code = dead.codeAfter(code.get(), sender)) {
            counts.put(code.get(), dead.count(code.get(), sender));
        }
        return counts;
    }

    /**
     * Enqueues it again, behind what waits for the same order key. False when it is no dead letter (any more).
     *
     * <p>It becomes a new message: deleting the old one tells which of two administrators who ask at once has it, and a message that
     * has been overtaken has lost its place anyway.
     */
    public boolean retry(long id) {
        Optional<StoredMessage> retried = outbox.inTransaction(() -> {
            Instant due = dueOf(id);
            return dead.find(id).filter(message -> dead.take(id)).filter(message -> outbox.insert(message.message(), clock.instant(), message.firstSentAt(), due));
        });
        retried.ifPresent(message -> lanes.wakeAfterInsert(message.message().lane()));
        return retried.isPresent();
    }

    /** Its last try may have arrived, and is not to be looked for too early: see {@link LeaseTimes#FIRST_LOOK}. */
    private Instant dueOf(long id) {
        Instant now = clock.instant();
        return dead.diedAt(id).map(died -> died.plus(LeaseTimes.FIRST_LOOK)).filter(now::isBefore).orElse(now);
    }

    /**
     * Enqueues again all that died of this code, at most 1,000 in one call; the number of them.
     *
     * @param sender whose; null for all
     */
    public int retryAll(String code, String sender) {
        return (int) dead.ofCode(code, sender, MOST_AT_ONCE).stream().filter(this::retry).count();
    }

    /**
     * What one call has discarded.
     *
     * @param more whether another call is needed for the rest
     */
    public record Discarded(int discarded, boolean more) {
    }

    /**
     * Discards all that died of this code, at most 1,000 in one call.
     *
     * @param sender whose; null for all
     */
    public Discarded discardAll(String code, String sender) {
        List<Long> found = dead.ofCode(code, sender, MOST_AT_ONCE + 1);
        int discarded = (int) found.stream().limit(MOST_AT_ONCE).filter(this::discard).count();
        return new Discarded(discarded, found.size() > MOST_AT_ONCE);
    }

    /** Gives it up for good. False when it is no dead letter (any more). */
    public boolean discard(long id) {
        return outbox.inTransaction(() -> dead.discard(id, clock.instant().plus(OutcomeRules.KEPT)));
    }
}
