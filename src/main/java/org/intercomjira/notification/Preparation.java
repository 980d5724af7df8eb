package org.intercomjira.notification;

import org.intercomjira.delivery.Outcome;

/** Whether there is a note to be sent. */
sealed interface Preparation {
    /** It is to be sent. */
    record Ready(Note note) implements Preparation {
    }

    /** It is not to be sent, at least not now. */
    record Ended(Outcome outcome) implements Preparation {
    }
}
