package org.intercomjira.embedded.host;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the chatter of Tomcat and Jersey, which log through the JDK, out of the way. Holds the loggers: the JDK forgets the level of one that nobody holds. */
public final class QuietLogs {
    private final List<Logger> loggers = List.of(Logger.getLogger("org.apache"), Logger.getLogger("org.glassfish.jersey.message.internal.MessagingBinders"));

    public QuietLogs() {
        loggers.get(0).setLevel(Level.WARNING);
        loggers.get(1).setLevel(Level.SEVERE);
    }
}
