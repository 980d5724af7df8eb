package org.intercomjira.delivery;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Decides the race between a try that is about to call and the engine that gives the try up: either the call begins, and its outcome is
 * waited for, or it never will, and nothing was sent.
 */
public final class CallPermit {
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

    private enum State { OPEN, BEGUN, WITHDRAWN }

    /** True when the call may begin. */
    boolean begin() {
        return state.compareAndSet(State.OPEN, State.BEGUN) || state.get() == State.BEGUN;
    }

    /** True when no call has begun; then none will. */
    boolean withdraw() {
        return state.compareAndSet(State.OPEN, State.WITHDRAWN) || state.get() == State.WITHDRAWN;
    }
}
