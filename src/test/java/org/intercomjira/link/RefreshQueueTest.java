package org.intercomjira.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.intercomjira.testing.ManualClock;
import org.junit.jupiter.api.Test;

class RefreshQueueTest {
    private final ManualClock clock = new ManualClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final RefreshQueue queue = new RefreshQueue(clock);
    private final List<CompletableFuture<Boolean>> begun = new ArrayList<>();

    @Test
    void aThingRunsOnceHoweverManyAskForIt() {
        assertThat(offer("a")).isTrue();
        assertThat(offer("a")).isTrue();

        assertThat(begun).hasSize(1);
    }

    @Test
    void onlyAFewRunAtATimeAndTheOthersFollow() {
        for (int i = 0; i < RefreshQueue.MOST_AT_ONCE + 3; i++) {
            offer("thing " + i);
        }
        assertThat(begun).hasSize(RefreshQueue.MOST_AT_ONCE);

        begun.get(0).complete(true);
        assertThat(begun).hasSize(RefreshQueue.MOST_AT_ONCE + 1);
    }

    @Test
    void whatHasNoRoomIsLeftOut() {
        for (int i = 0; i < RefreshQueue.MOST_AT_ONCE + RefreshQueue.MOST_WAITING; i++) {
            assertThat(offer("thing " + i)).isTrue();
        }

        assertThat(offer("one too many")).isFalse();
    }

    @Test
    void whatWasInVainIsNotTriedAgainAtOnce() {
        offer("a");
        begun.get(0).complete(false);

        assertThat(offer("a")).isFalse();
        clock.advance(RefreshQueue.PAUSE.plusSeconds(1));
        assertThat(offer("a")).isTrue();
    }

    @Test
    void whatWasDoneMayBeAskedForAgain() {
        offer("a");
        begun.get(0).complete(true);

        assertThat(offer("a")).isTrue();
        assertThat(begun).hasSize(2);
    }

    @Test
    void aThingThatFailsMakesRoomForTheNext() {
        for (int i = 0; i < RefreshQueue.MOST_AT_ONCE; i++) {
            queue.offer("broken " + i, () -> {
                throw new IllegalStateException("no");
            });
        }

        assertThat(offer("a")).isTrue();
        assertThat(begun).hasSize(1);
    }

    @Test
    void anErrorMakesRoomForTheNext() {
        for (int i = 0; i < RefreshQueue.MOST_AT_ONCE; i++) {
            queue.offer("broken " + i, () -> {
                throw new StackOverflowError();
            });
        }

        assertThat(offer("a")).isTrue();
        assertThat(begun).hasSize(1);
    }

    @Test
    void whatNeverEndsMakesRoomForTheNextAndIsTriedAgain() {
        for (int i = 0; i < RefreshQueue.MOST_AT_ONCE; i++) {
            offer("stalled " + i);
        }
        offer("waiting");
        clock.advance(RefreshQueue.LONGEST_RUN);

        assertThat(offer("next")).isTrue();
        assertThat(begun).hasSize(RefreshQueue.MOST_AT_ONCE + 2);
        clock.advance(RefreshQueue.PAUSE);
        assertThat(offer("stalled 0")).isTrue();
        assertThat(begun).hasSize(RefreshQueue.MOST_AT_ONCE + 3);
    }

    @Test
    void whatEndsAfterItWasGivenUpChangesNothing() {
        offer("late");
        clock.advance(RefreshQueue.LONGEST_RUN.plus(RefreshQueue.PAUSE));
        offer("other");
        clock.advance(RefreshQueue.PAUSE);
        assertThat(offer("late")).isTrue();

        begun.get(0).complete(true);
        assertThat(offer("late")).as("its second run is known").isTrue();
        assertThat(begun).hasSize(3);
    }

    private boolean offer(String key) {
        return queue.offer(key, () -> {
            CompletableFuture<Boolean> work = new CompletableFuture<>();
            begun.add(work);
            return work;
        });
    }
}
