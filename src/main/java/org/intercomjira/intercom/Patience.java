package org.intercomjira.intercom;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits for an answer while a person waits for us: not for ever. */
public final class Patience {
    private static final long SECONDS = 15;

    private Patience() {
    }

    /** The answer, or {@link Failure.Unknown} when there is none in time. */
    public static <T> Answer<T> await(CompletableFuture<Answer<T>> call) {
        try {
            return call.get(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Failed<>(new Failure.Unknown("interrupted"));
        } catch (ExecutionException | TimeoutException e) {
            return new Answer.Failed<>(new Failure.Unknown(e.getClass().getSimpleName()));
        }
    }
}
