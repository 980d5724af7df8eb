package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackOffTest {
    /** Draws the largest number that may be drawn. */
    private final BackOff unlucky = new BackOff(new RandomGenerator() {
        @Override
        public long nextLong() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long nextLong(long bound) {
            return bound - 1;
        }
    });

    @ParameterizedTest
    @CsvSource({"0, 5", "1, 5", "2, 10", "3, 20", "4, 40", "9, 1280", "10, 2560", "11, 3600", "100, 3600", "2147483647, 3600"})
    void theCeilingDoublesFromFiveSecondsToAnHour(int failedAttempts, long seconds) {
        assertThat(unlucky.delayAfter(failedAttempts, BackOff.LONGEST)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @CsvSource({"1, 5", "5, 80", "6, 120", "50, 120"})
    void aWayThatMayOpenAgainIsTriedEveryTwoMinutes(int failedAttempts, long seconds) {
        assertThat(unlucky.delayAfter(failedAttempts, BackOff.LONGEST_UNREACHABLE)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @Test
    void theWholeRangeIsUsed() {
        BackOff backOff = new BackOff(new Random(1));

        assertThat(IntStream.range(0, 1_000).mapToLong(i -> backOff.delayAfter(3, BackOff.LONGEST).toMillis()))
            .allMatch(delay -> delay >= 0 && delay <= 20_000)
            .anyMatch(delay -> delay < 1_000)
            .anyMatch(delay -> delay > 19_000);
    }

    @Test
    void withoutAGivenChanceItDrawsItsOwn() {
        assertThat(new BackOff().delayAfter(1, BackOff.LONGEST)).isBetween(Duration.ZERO, BackOff.FIRST);
    }
}
