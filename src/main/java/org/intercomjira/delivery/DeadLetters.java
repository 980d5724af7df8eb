package org.intercomjira.delivery;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What was given up: for the administrator to look at, retry or discard. */
@Component
public class DeadLetters {
    /** The dead letters with an id above this one, lowest first, at most {@code limit}. Begin with 0. */
    public List<DeadLetter> list(long afterId, int limit) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** How many there are of each code. */
    public Map<String, Integer> countsByCode() {
        throw new UnsupportedOperationException("not written yet");
    }

    /** Enqueues it again, behind what waits for the same order key. False when it is no dead letter (any more). */
    public boolean retry(long id) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** Enqueues again all that died of this code, at most 1,000 in one call; the number of them. */
    public int retryAll(String code) {
        throw new UnsupportedOperationException("not written yet");
    }

    /** Gives it up for good. False when it is no dead letter (any more). */
    public boolean discard(long id) {
        throw new UnsupportedOperationException("not written yet");
    }
}
