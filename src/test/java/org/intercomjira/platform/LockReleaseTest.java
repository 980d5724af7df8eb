package org.intercomjira.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import java.time.Duration;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.Test;

class LockReleaseTest {
    private final Lock lock = mock(Lock.class);

    @Test
    void aLockThatTheDatabaseDoesNotReleaseIsReleasedLater() {
        doThrow(new IllegalStateException("no database")).doThrow(new IllegalStateException("no database")).doNothing().when(lock).unlock();

        LockRelease.unlock(lock, LockRelease.REQUEST);

        verify(lock, times(3)).unlock();
    }

    @Test
    void aLockThatIsNoLongerHeldIsLeftAlone() {
        doThrow(new IllegalMonitorStateException()).when(lock).unlock();

        LockRelease.unlock(lock, LockRelease.OWN_THREAD);

        verify(lock).unlock();
    }

    @Test
    void patienceEnds() {
        doThrow(new IllegalStateException("no database")).when(lock).unlock();

        LockRelease.unlock(lock, Duration.ZERO);

        verify(lock).unlock();
    }

    @Test
    void aThreadThatIsToEndTriesOnce() {
        doThrow(new IllegalStateException("no database")).doNothing().when(lock).unlock();
        Thread.currentThread().interrupt();

        LockRelease.unlock(lock, LockRelease.OWN_THREAD);

        assertThat(Thread.interrupted()).as("it still knows that it is to end").isTrue();
        verify(lock).unlock();
    }
}
