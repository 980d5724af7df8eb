package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.intercomjira.intercom.IntercomClient;
import org.junit.jupiter.api.Test;

/** The inequality that keeps two nodes from sending one message, and the calls of the client that have to fit into it. */
class LeaseTimesTest {
    @Test
    void anAttemptEndsBeforeItIsTakenOverAndItsClaimRunsOutLast() {
        assertThat(LeaseTimes.LATEST_START.plus(IntercomClient.LONGEST_CALL)).isLessThan(LeaseTimes.ATTEMPT_DEADLINE);
        assertThat(LeaseTimes.ATTEMPT_DEADLINE).isLessThan(LeaseTimes.TAKE_OVER);
        assertThat(LeaseTimes.TAKE_OVER).isLessThan(LeaseTimes.LEASE);
    }

    @Test
    void aLeaseOutlivesItsAttemptThoughTheClocksDiffer() {
        assertThat(LeaseTimes.LEASE.minus(LeaseTimes.ATTEMPT_DEADLINE)).isGreaterThan(LeaseTimes.MAX_CLOCK_DIFFERENCE);
    }

    @Test
    void theFirstLookFindsWhatIntercomStoredLateThoughTheClocksDiffer() {
        assertThat(LeaseTimes.FIRST_LOOK.minus(LeaseTimes.MAX_CLOCK_DIFFERENCE))
            .isGreaterThanOrEqualTo(LeaseTimes.STORED_WITHIN.plus(LeaseTimes.SHOWN_WITHIN));
        assertThat(LeaseTimes.FIRST_LOOK).as("by one clock").isGreaterThanOrEqualTo(Duration.ofSeconds(90));
        assertThat(LeaseTimes.STORED_WITHIN).isGreaterThanOrEqualTo(SlowIntercom.STORED_AFTER);
        assertThat(LeaseTimes.SHOWN_WITHIN).isGreaterThanOrEqualTo(SlowIntercom.SHOWN_AFTER);
    }
}
