package org.intercomjira.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verifyNoInteractions;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CopiedConnectionsTest {
    @TempDir
    private Path home;
    private Scene scene;

    @BeforeEach
    void open() {
        scene = new Scene(home);
    }

    @AfterEach
    void close() throws Exception {
        scene.close();
    }

    @Test
    void allConnectionsGoWithTheirTokensAndIntercomIsNotCalled() {
        scene.connect(Scene.DEMO, Scene.ACME);
        scene.connect(Scene.OPS, Scene.SECOND);

        assertThat(new CopiedConnections(scene.store, scene.connections).deleteAll()).isEqualTo(2);

        assertThat(scene.store.all()).isEmpty();
        assertThat(scene.connections.find(Scene.DEMO)).isEmpty();
        assertThat(scene.connections.access(Scene.OPS)).isEmpty();
        verifyNoInteractions(scene.intercom);
    }
}
