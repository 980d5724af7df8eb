package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.intercomjira.testing.ManualClock;
import org.junit.jupiter.api.Test;

class InsertWakesTest {
    private final ManualClock clock = new ManualClock();
    private final Instant start = clock.instant();
    private final List<Task> tasks = new ArrayList<>();
    private final List<Duration> wakes = new ArrayList<>();
    private final InsertWakes inserts = new InsertWakes((delay, task) -> {
        tasks.add(new Task(clock.instant().plus(delay), task));
        return null;
    }, clock, () -> wakes.add(Duration.between(start, clock.instant())));

    private record Task(Instant at, Runnable work) {
    }

    @Test
    void anInsertIsLookedForInAMomentAndASecondLater() {
        inserts.inserted();
        assertThat(wakes).isEmpty();

        passTo(Duration.ofMinutes(1));

        assertThat(wakes).containsExactly(Duration.ofMillis(20), Duration.ofSeconds(1));
    }

    @Test
    void insertsThatFollowEachOtherWakeOnce() {
        for (int millis = 0; millis < 20; millis++) {
            passTo(Duration.ofMillis(millis));
            inserts.inserted();
        }

        passTo(Duration.ofMillis(999));

        assertThat(wakes).containsExactly(Duration.ofMillis(20));
    }

    @Test
    void everyInsertIsLookedForASecondLaterThoughOthersWereBeforeIt() {
        inserts.inserted();
        passTo(Duration.ofMillis(900));
        inserts.inserted();

        passTo(Duration.ofMinutes(1));

        assertThat(wakes).containsExactly(Duration.ofMillis(20), Duration.ofMillis(920), Duration.ofSeconds(1), Duration.ofMillis(1_900));
    }

    @Test
    void afterAPauseItBeginsAnew() {
        inserts.inserted();
        passTo(Duration.ofSeconds(10));
        wakes.clear();

        inserts.inserted();
        passTo(Duration.ofSeconds(20));

        assertThat(wakes).containsExactly(Duration.ofMillis(10_020), Duration.ofSeconds(11));
    }

    /** Runs what is set for a time until then, each at its time. */
    private void passTo(Duration time) {
        Instant end = start.plus(time);
        while (tasks.stream().anyMatch(task -> !task.at().isAfter(end))) {
            Task next = tasks.stream().min(Comparator.comparing(Task::at)).orElseThrow();
            tasks.remove(next);
            clock.advance(Duration.between(clock.instant(), next.at()));
            next.work().run();
        }
        clock.advance(Duration.between(clock.instant(), end));
    }
}
