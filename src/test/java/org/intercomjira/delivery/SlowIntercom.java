package org.intercomjira.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;

/** The slowest Intercom that is promised to get no note twice: it stores a note 40 seconds after the call and shows it 20 seconds later. */
final class SlowIntercom implements Courier {
    static final Duration STORED_AFTER = Duration.ofSeconds(40);
    static final Duration SHOWN_AFTER = Duration.ofSeconds(20);

    private final List<Instant> stored = new CopyOnWriteArrayList<>();
    private final Clock clock;

    SlowIntercom(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String type() {
        return "note";
    }

    /** The outcome of a call is unknown; a later attempt looks for the note before it calls. */
    @Override
    public CompletionStage<Outcome> deliver(Attempt attempt) {
        Instant now = clock.instant();
        if (attempt.mayHaveBeenSent() && stored.stream().anyMatch(at -> !now.isBefore(at.plus(SHOWN_AFTER)))) {
            return CompletableFuture.completedFuture(new Outcome.Delivered());
        }
        callEnds(now);
        return CompletableFuture.completedFuture(new Outcome.Unknown("http_503"));
    }

    /** A call that nobody waits for any more has ended. */
    void callEnds(Instant at) {
        stored.add(at.plus(STORED_AFTER));
    }

    List<Instant> stored() {
        return stored;
    }
}
