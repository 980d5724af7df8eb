package org.intercomjira.acceptance.soak;

import org.junit.jupiter.api.Test;

/** A node dies in the midst of the work and comes back, while clocks disagree; each scenario is a class of its own, so that they run side by side. */
class KillTest {
    @Test
    void everyNoteArrivesOnceAndInOrder() {
        KilledNode.losesNothing("kill, clocks 30 s apart", Conditions.NORMAL.withClocksApart(KilledNode.SKEW), intercom -> { });
    }
}
