package org.intercomjira.intercom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;

class RateGateTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private final RateGate gate = new RateGate();
    private final Deque<Object> calls = new ArrayDeque<>();

    @Test
    void beforeTheFirstAnswerCallsGoAtOnce() {
        for (int call = 0; call < 1_000; call++) {
            assertThat(enter(NOW)).isZero();
        }
    }

    @Test
    void callsUnderWayCountAsUsed() {
        told(5, 3, 10);

        assertThat(enter(NOW)).isZero();
        assertThat(enter(NOW)).isZero();
        assertThat(enter(NOW)).isZero();
        assertThat(enter(NOW)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aFiftiethOfTheLimitIsLeftForOthers() {
        told(1_666, 34, 10);

        assertThat(enter(NOW)).isZero();
        assertThat(enter(NOW)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void anAnswerThatWasOvertakenDoesNotGiveRoomBack() {
        enter(NOW);
        enter(NOW);
        gate.leave(calls.remove(), new RateLimit(5, 0, Duration.ofSeconds(10)), NOW);
        gate.leave(calls.remove(), new RateLimit(5, 1, Duration.ofSeconds(9)), NOW);

        assertThat(enter(NOW)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void anAnswerOfAnEarlierWindowIsIgnored() {
        enter(NOW);
        told(5, 0, 10);
        gate.leave(calls.remove(), new RateLimit(5, 4, Duration.ofSeconds(1)), NOW);

        assertThat(enter(NOW)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void inANewWindowOneCallFindsOutHowMuchRoomThereIs() {
        told(5, 0, 10);
        Instant later = NOW.plusSeconds(10);

        assertThat(enter(later)).isZero();
        assertThat(enter(later)).isEqualTo(Duration.ofMillis(100));

        gate.leave(calls.remove(), new RateLimit(5, 4, Duration.ofSeconds(10)), later);
        assertThat(enter(later)).isZero();
    }

    @Test
    void inANewWindowOfALargeLimitSomeCallsFindOut() {
        told(1_666, 0, 10);
        Instant later = NOW.plusSeconds(10);

        for (int call = 0; call < 33; call++) {
            assertThat(enter(later)).isZero();
        }
        assertThat(enter(later)).isEqualTo(Duration.ofMillis(100));
    }

    @Test
    void aCallThatEndsWithoutAWordMakesRoomForTheNext() {
        told(5, 1, 10);
        assertThat(enter(NOW)).isZero();
        assertThat(enter(NOW)).isPositive();

        gate.leave(calls.remove());
        assertThat(enter(NOW)).isZero();
    }

    @Test
    void after429NobodyEntersBeforeItsEnd() {
        gate.closeUntil(NOW.plusSeconds(7));

        assertThat(enter(NOW.plusSeconds(6))).isEqualTo(Duration.ofSeconds(1));
        assertThat(enter(NOW.plusSeconds(7))).isZero();
    }

    private Duration enter(Instant now) {
        Object call = new Object();
        Duration wait = gate.enter(call, now);
        if (wait.isZero()) {
            calls.add(call);
        }
        return wait;
    }

    private void told(int limit, int remaining, int seconds) {
        enter(NOW);
        gate.leave(calls.remove(), new RateLimit(limit, remaining, Duration.ofSeconds(seconds)), NOW);
    }
}
