package org.intercomjira.embedded.host.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A cluster lock within one node, and against a fence that another node holds. */
class NamedLockTest {
    private final AtomicBoolean isHeldElsewhere = new AtomicBoolean();
    private final NamedLock lock = new NamedLock("l", new NamedLock.Fence() {
        @Override
        public boolean tryAcquire(String name) {
            return !isHeldElsewhere.get();
        }

        @Override
        public void release(String name) {
            isHeldElsewhere.set(false);
        }
    });

    private boolean anotherThreadGetsIt() {
        return CompletableFuture.supplyAsync(() -> {
            boolean got = lock.tryLock();
            if (got) {
                lock.unlock();
            }
            return got;
        }).join();
    }

    @Test
    void oneThreadHoldsIt() {
        lock.lock();
        assertThat(anotherThreadGetsIt()).isFalse();
        lock.unlock();
        assertThat(anotherThreadGetsIt()).isTrue();
    }

    @Test
    void whatAnotherNodeHoldsIsNotToBeHad() throws Exception {
        isHeldElsewhere.set(true);
        assertThat(lock.tryLock()).isFalse();
        assertThat(lock.tryLock(50, TimeUnit.MILLISECONDS)).isFalse();
        isHeldElsewhere.set(false);
        assertThat(lock.tryLock(50, TimeUnit.MILLISECONDS)).isTrue();
    }

    @Test
    void aReleaseThatFailsLeavesItHeld() {
        NamedLock failing = new NamedLock("l", new NamedLock.Fence() {
            @Override
            public boolean tryAcquire(String name) {
                return true;
            }

            @Override
            public void release(String name) {
                if (isHeldElsewhere.compareAndSet(false, true)) {
                    throw new IllegalStateException("no database");
                }
            }
        });
        failing.lock();
        assertThatThrownBy(failing::unlock).hasMessage("no database");
        assertThat(CompletableFuture.supplyAsync(failing::tryLock).join()).isFalse();

        failing.unlock();

        assertThat(CompletableFuture.supplyAsync(failing::tryLock).join()).isTrue();
    }

    @Test
    void itIsNotReentrant() {
        lock.lock();
        assertThatThrownBy(lock::tryLock).hasMessageContaining("not re-entrant");
    }

    @Test
    void onlyItsHolderGivesItBack() {
        assertThatThrownBy(lock::unlock).isInstanceOf(IllegalMonitorStateException.class);
    }
}
