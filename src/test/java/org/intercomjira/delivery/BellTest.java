package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class BellTest {
    private static final long LONG = 600_000;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private final Bell bell = new Bell();

    @Test
    void ringsAreCounted() {
        bell.ring();
        bell.ring();

        assertThat(bell.rings()).isEqualTo(2);
    }

    @Test
    void aRingBetweenTheLookAndTheWaitIsNotMissed() {
        long heard = bell.rings();
        bell.ring();

        assertTimeoutPreemptively(PATIENCE, () -> bell.awaitMoreThan(heard, LONG));
    }

    @Test
    void aRingEndsTheWait() {
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> bell.awaitMoreThan(0, LONG));
        bell.ring();

        assertThat(waiting).succeedsWithin(PATIENCE);
    }

    @Test
    void theWaitEndsByItselfAndNotBefore() {
        long start = System.nanoTime();
        bell.awaitMoreThan(0, 30);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(30), PATIENCE);
    }

    @Test
    void whoeverIsInterruptedStaysSo() throws Exception {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            bell.awaitMoreThan(0, LONG);
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        thread.start();
        thread.interrupt();

        assertThat(interrupted).succeedsWithin(PATIENCE).isEqualTo(true);
    }
}
