package org.intercomjira.embedded.host;

import java.net.URI;

/** The running host with all its parts. */
public final class Host implements AutoCloseable {
    private final URI address;

    private Host(URI address) {
        this.address = address;
    }

    public static Host start(Options options) {
        return new Host(options.baseUrl().orElse(URI.create("http://127.0.0.1:" + options.port() + WebServer.CONTEXT_PATH)));
    }

    /** The address on which this node answers, which may differ from the canonical one in a cluster. */
    public URI address() {
        return address;
    }

    @Override
    public void close() {
    }
}
