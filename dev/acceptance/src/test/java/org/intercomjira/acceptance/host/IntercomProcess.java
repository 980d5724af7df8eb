package org.intercomjira.acceptance.host;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The Intercom simulator as a process. */
public final class IntercomProcess implements AutoCloseable {
    private final URI address;
    private final ServerProcess process;

    private IntercomProcess(URI address, ServerProcess process) {
        this.address = address;
        this.process = process;
    }

    public static IntercomProcess start() {
        return start(Folders.freePort());
    }

    private static IntercomProcess start(int port) {
        Path log = Folders.fresh("intercom").resolve("output.log");
        ServerProcess process = ServerProcess.start(log, Folders.classPathOf("intercom-simulator"), List.of(),
                "org.intercomjira.simulator.IntercomSimulator", List.of("--port", String.valueOf(port)));
        return new IntercomProcess(URI.create("http://127.0.0.1:" + port), process.awaitReady("Intercom is ready at"));
    }

    public URI address() {
        return address;
    }

    @Override
    public void close() {
        process.stop();
    }
}
