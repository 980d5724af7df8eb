package org.intercomjira.acceptance.soak;

import org.junit.jupiter.api.Test;

/** The same with ids of changes that do not rise across the nodes. */
class KillWithBanksTest {
    @Test
    void everyNoteArrivesOnceAndInOrderThoughIdsDoNotRise() {
        KilledNode.losesNothing("kill, clocks 30 s apart, ids in banks", Conditions.NORMAL.withClocksApart(KilledNode.SKEW).withIdsInBanks(), intercom -> { });
    }
}
