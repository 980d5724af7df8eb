package org.intercomjira.link;

import java.util.Arrays;
import java.util.Locale;

/** What is known of a linked conversation at Intercom. */
enum RemoteState {
    /** Intercom has shown it. */
    OK,
    /** Intercom could not be asked yet. */
    UNCHECKED,
    /** Intercom says that it is not there. */
    GONE,
    /** Intercom does not show it to the app user. */
    FORBIDDEN;

    /** As it is stored and sent. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The state with this code; what is unknown has to be looked at again. */
    static RemoteState of(String code) {
        return Arrays.stream(values()).filter(state -> state.code().equals(code)).findFirst().orElse(UNCHECKED);
    }
}
