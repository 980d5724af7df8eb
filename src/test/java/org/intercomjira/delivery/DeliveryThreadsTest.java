package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryThreadsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private final DeliveryThreads threads = new DeliveryThreads();

    @AfterEach
    void stop() {
        threads.stop(Duration.ZERO);
    }

    /** They would keep another plugin's class loader, or Jira from ending. */
    @Test
    void itsThreadsCarryNothingOfWhoeverMadeThemAndKeepNobody() {
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(new ClassLoader(before) { });
        try {
            for (Executor executor : new Executor[] {threads.lanes(), threads.couriers(), task -> threads.later(Duration.ZERO, task)}) {
                CompletableFuture<Thread> thread = new CompletableFuture<>();
                CompletableFuture<ClassLoader> loader = new CompletableFuture<>();
                executor.execute(() -> {
                    loader.complete(Thread.currentThread().getContextClassLoader());
                    thread.complete(Thread.currentThread());
                });
                assertThat(loader).succeedsWithin(PATIENCE).isEqualTo(DeliveryThreads.class.getClassLoader());
                assertThat(thread).succeedsWithin(PATIENCE).satisfies(one -> {
                    assertThat(one.isDaemon()).isTrue();
                    assertThat(one.getName()).startsWith("intercom-");
                });
            }
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void whatIsSetForLaterCanBeTakenBack() {
        Future<?> later = threads.later(Duration.ofHours(1), () -> { });

        assertThat(later.cancel(false)).isTrue();
    }

    @Test
    void afterTheStopNothingIsSetForLater() {
        threads.stop(Duration.ZERO);

        assertThat(threads.later(Duration.ZERO, () -> { })).isNull();
    }

    @Test
    void aLaneThatDoesNotEndByItselfIsInterruptedAtTheStop() {
        CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
        CompletableFuture<Void> begun = new CompletableFuture<>();
        Bell bell = new Bell();
        threads.lanes().execute(() -> {
            begun.complete(null);
            bell.awaitMoreThan(0, PATIENCE.multipliedBy(10).toMillis());
            interrupted.complete(Thread.currentThread().isInterrupted());
        });
        begun.join();

        threads.stop(Duration.ofMillis(1));

        assertThat(interrupted).succeedsWithin(PATIENCE).isEqualTo(true);
    }
}
