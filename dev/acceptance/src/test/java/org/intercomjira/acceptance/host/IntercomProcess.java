package org.intercomjira.acceptance.host;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The Intercom simulator as a process. */
public final class IntercomProcess implements AutoCloseable {
    private final URI address;
    private final ServerProcess process;

    private IntercomProcess(URI address, ServerProcess process) {
        this.address = address;
        this.process = process;
    }

    public static IntercomProcess start() {
        return start(Ports.free());
    }

    private static IntercomProcess start(int port) {
        Path log = Folders.fresh("intercom").resolve("output.log");
        ServerProcess process = ServerProcess.start(log, new ServerProcess.Program(Folders.classPathOf("intercom-simulator"),
                "org.intercomjira.simulator.IntercomSimulator", List.of(), List.of("--port", String.valueOf(port)), Map.of()));
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
