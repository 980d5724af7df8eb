package org.intercomjira.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Picks what may be sent next and claims it.
 *
 * <p>Active Objects has no conditional update, so a claim is safe by three things together. It is read and written in a {@link Turn}
 * of its lane, so no two nodes claim one message, even when both think that they hold the lane's cluster lock. A claimed message is
 * touched by nobody but its owner until the claim has run out or has been watched for longer than a try can last ({@link Watch}). And
 * the owner gives up its try before that ({@link LeaseTimes}). To double a note, a node must stand still in the midst
 * of a try for longer than that, lose its lock, and send afterwards. No lock could prevent that, as Intercom asks for none.
 *
 * <p>Ids decide the order. Two transactions that enqueue for one conversation at the same time have no order of their own, so it
 * does no harm that the lower id may become visible later.
 */
@Component
class Claims {
    static final int PAGE = 100;
    /** Usually all that is due may be sent, and often there is room for a few only: to read a whole page for them cost most of a drain's time. */
    private static final int SMALLEST_PAGE = 10;
    private static final long NONE = 0;

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
        return store.inTurn(lane, turn -> claimPage(turn, capacity));
    }

    private Page claimPage(Turn turn, int capacity) {
        Instant now = clock.instant();
        Map<String, Long> heads = new HashMap<>();
        Set<String> held = new HashSet<>();
        List<StoredMessage> claimed = new ArrayList<>();
        int most = Math.max(SMALLEST_PAGE, Math.min(PAGE, 2 * capacity));
        StoredMessage.Claim claim = new StoredMessage.Claim(owner, Instant.ofEpochMilli(now.toEpochMilli()));
        int read = turn.moveDue(Status.WAITING, now, most, message -> {
            if (claimed.size() == capacity) {
                return Optional.empty();
            }
            Status next = decide(turn, message, heads, held);
            if (next != Status.SENDING) {
                return Optional.of(Move.park(next, now.plus(OutcomeRules.LOOK_AGAIN)));
            }
            claimed.add(message.claimed(claim));
            return Optional.of(Move.claim(claim, now.plus(LeaseTimes.LEASE)));
        });
        return new Page(claimed, held, read == most && claimed.size() < capacity);
    }

    private Status decide(Turn turn, StoredMessage message, Map<String, Long> heads, Set<String> held) {
        // Asked for a held one, too: what waits behind it may be another sender's.
        long head = heads.computeIfAbsent(message.message().orderKey(), key -> turn.freeHead(key, senders::isHeld).map(StoredMessage::id).orElse(NONE));
        if (senders.isHeld(message.message().sender())) {
            held.add(message.message().sender());
            return Status.HELD;
        }
        return head == message.id() ? Status.SENDING : Status.BLOCKED;
    }
}
