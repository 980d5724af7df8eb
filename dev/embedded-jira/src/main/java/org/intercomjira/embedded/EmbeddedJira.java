package org.intercomjira.embedded;

import java.net.URI;
import org.intercomjira.embedded.host.Host;
import org.intercomjira.embedded.host.Options;

/** The way in: starts a Jira with the plugin JAR on the loopback address. */
public final class EmbeddedJira implements AutoCloseable {
    private final Host host;

    private EmbeddedJira(Host host) {
        this.host = host;
    }

    /**
     * Starts; returns when it serves and the plugin has started.
     *
     * @throws RuntimeException when the plugin is refused; the message names the culprit
     */
    public static EmbeddedJira start(String... arguments) {
        return new EmbeddedJira(Host.start(Options.parse(arguments)));
    }

    /** The base address, with the context path. */
    public URI address() {
        return host.address();
    }

    @Override
    public void close() {
        host.close();
    }

    /** Runs until the process is told to end; a plugin that is refused ends it with status 1. */
    public static void main(String[] arguments) {
        try {
            EmbeddedJira jira = start(arguments);
            Runtime.getRuntime().addShutdownHook(new Thread(jira::close, "shutdown"));
            System.out.println("Jira is ready at " + jira.address());
        } catch (RuntimeException e) {
            System.err.println("Jira did not start: " + e.getMessage());
            e.printStackTrace();
            System.exit(1);
        }
    }
}
