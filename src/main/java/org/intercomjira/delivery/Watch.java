package org.intercomjira.delivery;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Watches the claims of other nodes. The holder of a lane's lock should be the only one with claims, so others are left over from a
 * node that died, or that has lost its lock unnoticed: the try of such a one may go on for as long as a try can last. The time is
 * counted from when this node saw the claim first, so it does not matter what the clock of the other node says.
 */
final class Watch {
    private Map<Try, Instant> seen = new HashMap<>();

    private record Try(long id, StoredMessage.Claim claim) {
    }

    /** Those of the claims that are over, because they ran out or have been watched long enough. Claims that are no longer there are forgotten. */
    List<StoredMessage> over(List<StoredMessage> claimed, Instant now) {
        Map<Try, Instant> before = seen;
        seen = new HashMap<>();
        claimed.forEach(message -> {
            Try tried = new Try(message.id(), message.claim());
            seen.put(tried, before.getOrDefault(tried, now));
        });
        return claimed.stream().filter(message -> isOver(message, now)).toList();
    }

    private boolean isOver(StoredMessage message, Instant now) {
        return !now.isBefore(message.claim().at().plus(LeaseTimes.LEASE))
            || !now.isBefore(seen.get(new Try(message.id(), message.claim())).plus(LeaseTimes.TAKE_OVER));
    }

    boolean isIdle() {
        return seen.isEmpty();
    }
}
