package org.intercomjira.acceptance.soak;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Under what a cluster works.
 *
 * @param environment of the second node
 * @param options     of both nodes
 * @param clocksApart by how much the clocks of the nodes differ
 */
record Conditions(Map<String, String> environment, List<String> options, Duration clocksApart) {
    static final Conditions NORMAL = new Conditions(Map.of(), List.of(), Duration.ZERO);

    /** The second node's clock is ahead. */
    Conditions withClocksApart(Duration difference) {
        return new Conditions(SkewedClock.aheadBySeconds(difference.toSeconds()), options, difference);
    }

    /** Jira returns an issue's history by the time that the node's own clock showed. */
    Conditions withHistoryByTime() {
        return new Conditions(environment, List.of("--history-order", "created"), clocksApart);
    }

    /** Each node takes ids of changes from a bank of its own, so that they do not rise across the nodes. */
    Conditions withIdsInBanks() {
        return new Conditions(environment, List.of("--id-bank", "100"), clocksApart);
    }
}
