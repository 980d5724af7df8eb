package org.intercomjira.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.event.ProjectDeletedEvent;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProjectCleanupTest {
    @TempDir
    private Path home;
    private Scene scene;
    private final EventPublisher events = mock(EventPublisher.class);
    private final ProjectDeletedEvent demoIsDeleted = mock(ProjectDeletedEvent.class);

    @BeforeEach
    void open() {
        scene = new Scene(home);
        when(demoIsDeleted.getId()).thenReturn(Scene.DEMO.value());
        scene.connect(Scene.DEMO, Scene.ACME);
        scene.connect(Scene.OPS, Scene.ACME);
    }

    @AfterEach
    void close() throws Exception {
        scene.close();
    }

    @Test
    void aDeletedProjectTakesItsConnectionAndNoOther() {
        new ProjectCleanup(events, scene.connections).onProjectDeleted(demoIsDeleted);
        assertThat(scene.store.find(Scene.DEMO)).isEmpty();
        assertThat(scene.connections.find(Scene.DEMO)).isEmpty();
        assertThat(scene.connections.find(Scene.OPS)).isPresent();
    }

    @Test
    void aFailureDoesNotReachTheDeletion() {
        ConnectionService failing = mock(ConnectionService.class);
        when(failing.remove(any())).thenThrow(new IllegalStateException("no database"));
        assertThatCode(() -> new ProjectCleanup(events, failing).onProjectDeleted(demoIsDeleted)).doesNotThrowAnyException();
    }

    @Test
    void itListensWhileTheAppRuns() {
        ProjectCleanup cleanup = new ProjectCleanup(events, scene.connections);
        cleanup.start();
        verify(events).register(cleanup);
        cleanup.stop();
        verify(events).unregister(cleanup);
    }
}
