package org.intercomjira.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/**
 * Brings back what waits for something else than its time. Only under the lane's lock.
 *
 * <p>A message that is blocked is freed when the one before it ends, a held one when its sender is released. Should either be missed
 * (a node that thought it still had the lock, a release on another node), the message is looked at again after a while anyway.
 */
@Component
class Parked {
    /** Our own and what nodes have left that died one after the other. */
    private static final int MOST_SENDING = 4 * Flights.MOST;

    private final OutboxStore store;
    private final Senders senders;
    private final Records records;
    private final Clock clock;

    Parked(OutboxStore store, Senders senders, Records records, Clock clock) {
        this.store = store;
        this.senders = senders;
        this.records = records;
        this.clock = clock;
    }

    /**
     * Looks at a page of each kind whose time has come.
     *
     * @param ownIds what this node is sending just now: no claim of its own is taken over
     * @param watch  over the claims of other nodes
     */
    void review(String lane, Set<Long> ownIds, Watch watch) {
        Instant now = clock.instant();
        takeOver(lane, watch.over(store.sending(lane, MOST_SENDING).stream().filter(message -> !ownIds.contains(message.id())).toList(), now));
        store.inTurn(lane, turn -> {
            turn.moveDue(Status.BLOCKED, now, Claims.PAGE, blocked -> bringBack(blocked, isHead(turn, blocked), now));
            turn.moveDue(Status.HELD, now, Claims.PAGE, held -> bringBack(held, !senders.isHeld(held.message().sender()), now));
            return null;
        });
    }

    /** Lets the held messages of this sender go. Those behind them follow of themselves. */
    void release(String lane, String sender) {
        int read;
        do {
            read = store.inTurn(lane, turn -> turn.moveHeld(sender, Claims.PAGE, message -> bringBack(message, true, clock.instant())));
        } while (read == Claims.PAGE);
    }

    /** See {@link Outbox#reassign}. Needs no cluster lock: it claims nothing. */
    int reassign(String lane, String orderKey, Predicate<Message> concerned, String sender) {
        boolean isHeld = senders.isHeld(sender);
        return store.inTurn(lane, turn -> {
            int changed = turn.reassign(orderKey, concerned, sender, isHeld);
            if (changed > 0) {
                turn.freeHead(orderKey, senders::isHeld);
            }
            return changed;
        });
    }

    /** Nobody knows what became of a try whose claim has run out: its node died, or lost its database. */
    private void takeOver(String lane, List<StoredMessage> abandoned) {
        records.write(lane, abandoned.stream().map(message -> new Records.Ended(message, new Outcome.Unknown("the claim ran out"))).toList());
    }

    private boolean isHead(Turn turn, StoredMessage message) {
        return turn.head(message.message().orderKey(), senders::isHeld).filter(head -> head.id() == message.id()).isPresent();
    }

    private static Optional<Move> bringBack(StoredMessage message, boolean itsTimeHasCome, Instant now) {
        // Its first time, not now: what waited longest goes first.
        return Optional.of(itsTimeHasCome ? Move.park(Status.WAITING, message.createdAt())
            : Move.park(message.status(), now.plus(OutcomeRules.LOOK_AGAIN)));
    }
}
