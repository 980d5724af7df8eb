package org.intercomjira.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Picks what may be sent next and claims it.
 *
 * <p>Active Objects has no conditional update, so a claim is safe by three things together. Only the holder of the lane's cluster
 * lock claims, so no two nodes claim one message. A claimed message is touched by nobody but its owner until the claim has run out or
 * has been watched for longer than a try can last ({@link Watch}), whoever holds the lock by then. And the owner gives up its try
 * before that ({@link Flights#DEADLINE}): a claim lasts three minutes, a try hardly more than one, so clocks of nodes may be well over
 * a minute apart; the watch does not compare clocks. To double a note, a node must lose its lock unnoticed and then stand still in the
 * midst of a try for longer than that, and send afterwards. No lock could prevent that, as Intercom asks for none.
 *
 * <p>Ids decide the order. Two transactions that enqueue for one conversation at the same time have no order of their own, so it
 * does no harm that the lower id may become visible later.
 */
@Component
class Claims {
    static final Duration LEASE = Duration.ofMinutes(3);
    static final int PAGE = 100;
    /** Usually all that is due may be sent, and often there is room for a few only: to read a whole page for them cost most of a drain's time. */
    private static final int SMALLEST_PAGE = 10;

    private final OutboxStore store;
    private final Senders senders;
    private final Clock clock;
    /** New for every start: what this node claimed before it died is not its own any more. */
    private final String owner = UUID.randomUUID().toString();

    Claims(OutboxStore store, Senders senders, Clock clock) {
        this.store = store;
        this.senders = senders;
        this.clock = clock;
    }

    /**
     * Some of what was due.
     *
     * @param claimed to be sent now
     * @param held    senders of which messages were found that may not be sent
     * @param more    whether more may be due
     */
    record Page(List<StoredMessage> claimed, Set<String> held, boolean more) {
    }

    /** Claims a page of what is due, at most {@code capacity}. What may not be sent yet is parked, so that it is not looked at again and again. */
    Page claim(String lane, int capacity) {
        return store.inTransaction(() -> claimPage(lane, capacity));
    }

    private Page claimPage(String lane, int capacity) {
        Instant now = clock.instant();
        Map<String, Long> heads = new HashMap<>();
        Set<String> held = new HashSet<>();
        List<StoredMessage> claimed = new ArrayList<>();
        int most = Math.max(SMALLEST_PAGE, Math.min(PAGE, 2 * capacity));
        StoredMessage.Claim claim = new StoredMessage.Claim(owner, Instant.ofEpochMilli(now.toEpochMilli()));
        int read = store.moveDue(lane, Status.WAITING, now, most, message -> {
            if (claimed.size() == capacity) {
                return Optional.empty();
            }
            Status next = decide(message, heads, held);
            if (next != Status.SENDING) {
                return Optional.of(Move.park(next, now.plus(OutcomeRules.LOOK_AGAIN)));
            }
            claimed.add(message.claimed(claim));
            return Optional.of(Move.claim(claim, now.plus(LEASE)));
        });
        return new Page(claimed, held, read == most && claimed.size() < capacity);
    }

    private Status decide(StoredMessage message, Map<String, Long> heads, Set<String> held) {
        if (heads.computeIfAbsent(message.message().orderKey(), this::headId) != message.id()) {
            return Status.BLOCKED;
        }
        if (senders.isHeld(message.message().sender())) {
            held.add(message.message().sender());
            return Status.HELD;
        }
        return Status.SENDING;
    }

    /** Something may have been put ahead that was blocked, and nothing that is before it will end and free it. */
    private long headId(String orderKey) {
        AtomicLong id = new AtomicLong();
        store.moveHead(orderKey, head -> {
            id.set(head.id());
            return Move.free(head);
        });
        return id.get();
    }
}
