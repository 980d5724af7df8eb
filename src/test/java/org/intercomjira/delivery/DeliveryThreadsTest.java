package org.intercomjira.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;

import com.atlassian.jira.util.thread.JiraThreadLocalUtil;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.intercomjira.platform.JiraThreadFrame;
import org.intercomjira.platform.Trace;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeliveryThreadsTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private final JiraThreadLocalUtil threadLocals = mock(JiraThreadLocalUtil.class);
    private final DeliveryThreads threads = new DeliveryThreads(new JiraThreadFrame(threadLocals), CourierThreads.DEADLINE);

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
            for (Executor executor : everyKind()) {
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

    /** Jira's caches for each thread would otherwise go stale on them. */
    @Test
    void everyKindOfThreadRunsEachTaskInJirasFrameThatAlsoEndsAfterAnError() {
        AtomicInteger open = new AtomicInteger();
        AtomicInteger frames = new AtomicInteger();
        doAnswer(call -> frames.addAndGet(open.incrementAndGet())).when(threadLocals).preCall();
        doAnswer(call -> open.decrementAndGet()).when(threadLocals).postCall(any());
        for (Executor executor : everyKind()) {
            CompletableFuture<Integer> inside = new CompletableFuture<>();
            executor.execute(() -> {
                inside.complete(open.get());
                throw new StackOverflowError();
            });
            assertThat(inside).succeedsWithin(PATIENCE).isEqualTo(1);
            await().dontCatchUncaughtExceptions().atMost(PATIENCE).untilAsserted(() -> assertThat(open).hasValue(0));
        }
        assertThat(frames.get()).isGreaterThanOrEqualTo(everyKind().length);
    }

    private Executor[] everyKind() {
        return new Executor[] {threads.lanes(), task -> threads.couriers().execute("lane", new CourierThreads.Work() {
            @Override
            public void run() {
                task.run();
            }

            @Override
            public void isStuck(Trace where) {
                throw new AssertionError(where);
            }

            @Override
            public void isRejected() {
            }
        }), task -> threads.later(Duration.ZERO, task)};
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
