package org.intercomjira.notification;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.intercomjira.delivery.Message;
import org.intercomjira.notification.Expectations.Expected;

/**
 * What of an issue's history is missing in the outbox, for one conversation.
 *
 * @param inOrder what is missing, and before and between it what still waits: so it has to be told; empty when nothing is missing
 * @param untold  the same with what waits behind the last that is missing; not empty when nothing is missing, but something waits
 * @param isOpen  whether something follows that may still be on its way into the outbox: what is behind it was not looked at
 */
record Gaps(List<Message> inOrder, List<Message> untold, boolean isOpen) {
    /**
     * Compares.
     *
     * @param history of one conversation, in its order
     * @param known   by dedupe key whether it is still to be delivered
     * @param since   what is older is not missed any more
     * @param until   what is younger may still be on its way
     */
    static Gaps in(List<Expected> history, Map<String, Boolean> known, Instant since, Instant until) {
        List<Message> untold = new ArrayList<>();
        int upToTheLastMissing = 0;
        boolean wasLinked = false;
        for (Expected each : history) {
            Boolean waits = known.get(each.message().dedupeKey());
            if (waits != null) {
                wasLinked = true;
                if (waits) {
                    untold.add(each.message());
                }
            } else if (!each.at().isBefore(since) && each.isOwed(wasLinked)) {
                if (!each.at().isBefore(until)) {
                    return new Gaps(untold.subList(0, upToTheLastMissing), untold, true);
                }
                untold.add(each.message());
                upToTheLastMissing = untold.size();
            }
        }
        return new Gaps(untold.subList(0, upToTheLastMissing), untold, false);
    }
}
