package org.intercomjira.embedded.pages;

import java.nio.file.Path;
import org.apache.catalina.LifecycleException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests over HTTP. */
abstract class ServedPages {
    PagesServer server;

    @BeforeEach
    void serve(@TempDir Path directory) throws LifecycleException {
        server = new PagesServer(directory);
    }

    @AfterEach
    void stop() throws LifecycleException {
        server.close();
    }
}
