package org.intercomjira.recovery;

import java.time.Instant;

/**
 * A time in which facts can have been lost.
 *
 * @param cause      why, as a code for the log
 * @param from       of the earliest fact, by the clock of the node that made it
 * @param to         of the latest
 * @param openedAt   when it was noticed
 * @param dueAt      when it is to be searched
 * @param searchedTo the highest id of an issue that was searched; 0 before the first
 * @param failures   how often the search of a single issue has failed
 * @param ended      whether everything in it was searched
 */
public record RecoveryWindow(long id, Scope scope, String cause, Instant from, Instant to, Instant openedAt, Instant dueAt, long searchedTo,
                             int failures, boolean ended) {
    /** Whether a fact of this time can have been lost. */
    public boolean holds(Instant at) {
        return !at.isBefore(from) && !at.isAfter(to);
    }
}
