package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WatchTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    private final Watch watch = new Watch();

    @Test
    void aClaimIsOverWhenItHasBeenWatchedForLongerThanATryLasts() {
        StoredMessage claimed = claimed(1, NOW.plusSeconds(30));

        assertThat(watch.over(List.of(claimed), NOW)).isEmpty();
        assertThat(watch.over(List.of(claimed), NOW.plus(LeaseTimes.TAKE_OVER).minusMillis(1))).isEmpty();
        assertThat(watch.over(List.of(claimed), NOW.plus(LeaseTimes.TAKE_OVER))).containsExactly(claimed);
    }

    @Test
    void aNewClaimOfTheSameMessageIsWatchedAnew() {
        watch.over(List.of(claimed(1, NOW)), NOW);
        Instant later = NOW.plus(LeaseTimes.TAKE_OVER);

        assertThat(watch.over(List.of(claimed(1, later)), later)).isEmpty();
    }

    @Test
    void aClaimThatRanOutIsOverAtOnce() {
        StoredMessage old = claimed(1, NOW.minus(LeaseTimes.LEASE));
        StoredMessage young = claimed(2, NOW.minus(LeaseTimes.LEASE).plusMillis(1));

        assertThat(watch.over(List.of(old, young), NOW)).containsExactly(old);
    }

    @Test
    void itIsIdleWhenNobodyElseHasAClaim() {
        assertThat(watch.isIdle()).isTrue();
        watch.over(List.of(claimed(1, NOW)), NOW);
        assertThat(watch.isIdle()).isFalse();
        watch.over(List.of(), NOW);
        assertThat(watch.isIdle()).isTrue();
    }

    private static StoredMessage claimed(long id, Instant at) {
        return new StoredMessage(id, TestNode.message("1", "a"), Status.SENDING, 0, at, new StoredMessage.Claim("other", at), null, null);
    }
}
