package org.intercomjira.delivery;

import java.util.Optional;

/**
 * What became of a message.
 *
 * @param id     of the stored message; {@link DeadLetters} takes it when it is dead
 * @param code   of the last trouble, for instance {@code unreachable}, {@code dropped}; null when there was none
 * @param reason of the last trouble, in the other side's words; null when there was none
 */
public record Progress(long id, State state, String code, String reason) {
    /** As far as those who wrote it care. */
    public enum State {
        /** It will go out by itself. */
        WAITING,
        /** It is there, or is no longer to be sent. */
        DONE,
        /** Nothing happens before somebody asks for it. */
        DEAD;

        /** What this version does not understand waits: to take it for done would throw away what a person wrote. */
        static State of(String storedStatus) {
            Optional<Status> status = Status.of(storedStatus);
            return status.isEmpty() || status.get().isPending() ? WAITING : status.get() == Status.DONE ? DONE : DEAD;
        }
    }
}
