package org.intercomjira.intercom;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for an answer while a person waits for us: not for ever. */
public final class Patience {
    /** Below the deadline of a call, see {@link IntercomTransport#REQUEST_TIME_OUT}: what comes later is not waited for. */
    static final Duration LONGEST = Duration.ofSeconds(15);

    private Patience() {
    }

    /** The answer, or {@link Failure.Unknown} when there is none in time. */
    public static <T> Answer<T> await(CompletableFuture<Answer<T>> call) {
        return await(call, LONGEST);
    }

    static <T> Answer<T> await(CompletableFuture<Answer<T>> call, Duration longest) {
        try {
            return call.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Failed<>(new Failure.Unknown("interrupted"));
        } catch (ExecutionException | TimeoutException e) {
            return new Answer.Failed<>(new Failure.Unknown(e.getClass().getSimpleName()));
        }
    }
}
