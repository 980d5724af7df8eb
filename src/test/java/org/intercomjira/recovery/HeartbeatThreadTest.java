package org.intercomjira.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import com.atlassian.jira.util.thread.JiraThreadLocalUtil;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.intercomjira.platform.JiraThreadFrame;
import org.intercomjira.testing.ManualClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

class HeartbeatThreadTest {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final RecoveryStore store = mock(RecoveryStore.class);
    private final RecoveryWindows windows = mock(RecoveryWindows.class);
    private final FailedJudgements failures = mock(FailedJudgements.class);
    private final Silences silences = mock(Silences.class);
    private final CompletableFuture<Runnable> beat = new CompletableFuture<>();
    private final CompletableFuture<Thread> thread = new CompletableFuture<>();
    private final CompletableFuture<ClassLoader> loader = new CompletableFuture<>();
    private final HeartbeatThread heart = new HeartbeatThread(store, windows, failures, silences, mock(WorkingInstallations.class), new ManualClock(), new CapturingFrame());

    /** Keeps what the thread would do at a beat, so that a test beats when it wants to. */
    private final class CapturingFrame extends JiraThreadFrame {
        private CapturingFrame() {
            super(mock(JiraThreadLocalUtil.class));
        }

        @Override
        public Runnable around(Runnable task) {
            return () -> {
                loader.complete(Thread.currentThread().getContextClassLoader());
                thread.complete(Thread.currentThread());
                beat.complete(task);
            };
        }
    }

    /** As when another plugin's thread, which must not end before its work is done, starts this one. */
    @BeforeEach
    void start() throws InterruptedException {
        Thread starter = new Thread(heart::start);
        starter.setDaemon(false);
        starter.setContextClassLoader(new ClassLoader(HeartbeatThread.class.getClassLoader()) { });
        starter.start();
        starter.join();
    }

    @AfterEach
    void stop() {
        heart.stop();
    }

    @Test
    void theFirstBeatAloneBeginsWithTheWindowOfTheStart() {
        Runnable task = beat.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();

        task.run();
        task.run();

        InOrder order = inOrder(windows, store);
        order.verify(windows).openForStart(Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime()));
        order.verify(store, times(2)).beat(any(), any(), any());
        verify(windows, times(1)).openForStart(any());
    }

    @Test
    void aStartWhoseWindowCannotBeOpenedDoesNotBeatBeforeItIsOpen() {
        Runnable task = beat.orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS).join();
        doThrow(new IllegalStateException("The database is away")).doNothing().when(windows).openForStart(any());
        assertThatThrownBy(task::run).hasMessage("The database is away");
        verify(store, never()).beat(any(), any(), any());

        task.run();
        task.run();

        verify(windows, times(2)).openForStart(any());
        verify(store, times(2)).beat(any(), any(), any());
    }

    @Test
    void itsThreadCarriesNothingOfWhoeverStartedItAndKeepsNobodyAndEndsAtTheStop() {
        assertThat(loader).succeedsWithin(PATIENCE).isEqualTo(HeartbeatThread.class.getClassLoader());
        assertThat(thread).succeedsWithin(PATIENCE).satisfies(one -> assertThat(one.isDaemon()).isTrue());

        heart.stop();

        await().atMost(PATIENCE).until(() -> !thread.join().isAlive());
    }
}
