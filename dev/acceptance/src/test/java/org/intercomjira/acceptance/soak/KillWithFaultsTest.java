package org.intercomjira.acceptance.soak;

import org.junit.jupiter.api.Test;

/** The same while Intercom fails often, and Jira returns history by the clocks. */
class KillWithFaultsTest {
    private static final int STORM = 150;

    @Test
    void everyNoteArrivesOnceAndInOrderThoughIntercomFailsOftenAndClocksDisagree() {
        KilledNode.losesNothing("kill, faults, clocks 30 s apart, history by time", Conditions.NORMAL.withClocksApart(KilledNode.SKEW).withHistoryByTime(), intercom -> {
            intercom.misbehave();
            intercom.refuseForTheRate(STORM);
        });
    }
}
