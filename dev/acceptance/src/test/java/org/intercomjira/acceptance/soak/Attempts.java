package org.intercomjira.acceptance.soak;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.intercomjira.acceptance.face.Jira;
import org.intercomjira.acceptance.face.Reply;

/** Edits of people who meet a node that is going down or coming up. */
final class Attempts {
    /** A person would take longer. */
    private static final Duration BREATH = Duration.ofMillis(50);
    private static final int LAST_SUCCESS = 299;

    private Attempts() {
    }

    /** Once; whether it was confirmed. An edit without an answer may have been made. */
    static boolean made(Jira node, Function<Jira, Reply> edit) {
        try {
            return edit.apply(node).status() <= LAST_SUCCESS;
        } catch (UncheckedIOException noAnswer) {
            return false;
        }
    }

    /** On these nodes by turns until one confirms it. */
    static void untilMade(List<Jira> nodes, Function<Jira, Reply> edit) {
        for (int attempt = 0; !made(nodes.get(attempt % nodes.size()), edit); attempt++) {
            LockSupport.parkNanos(BREATH.toNanos());
        }
    }
}
