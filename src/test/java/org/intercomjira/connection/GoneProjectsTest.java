package org.intercomjira.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.project.Project;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoneProjectsTest {
    private static final Duration ALMOST_A_DAY = GoneProjects.GONE_FOR.minus(Duration.ofSeconds(1));

    @TempDir
    private Path home;
    private Scene scene;
    private GoneProjects gone;
    private final Project project = mock(Project.class);

    @BeforeEach
    void open() {
        scene = new Scene(home);
        gone = onAnotherNode();
        scene.connect(Scene.DEMO, Scene.ACME);
        scene.connect(Scene.OPS, Scene.ACME);
    }

    @AfterEach
    void close() throws Exception {
        scene.close();
    }

    @Test
    void aProjectThatIsGoneForADayLosesItsTokenAndNoOtherDoes() {
        jiraForgetsDemo();
        gone.look();
        scene.clock.advance(ALMOST_A_DAY);
        gone.look();
        assertThat(scene.store.find(Scene.DEMO)).isPresent();

        scene.clock.advance(GoneProjects.BETWEEN_LOOKS);
        gone.look();
        assertThat(scene.store.find(Scene.DEMO)).isEmpty();
        assertThat(scene.store.find(Scene.OPS)).isPresent();
    }

    @Test
    void anArchivedProjectIsGoneToo() {
        when(project.isArchived()).thenReturn(true);
        when(scene.projects.getProjectObj(Scene.DEMO.value())).thenReturn(project);
        gone.look();
        scene.clock.advance(GoneProjects.GONE_FOR);
        gone.look();
        assertThat(scene.store.find(Scene.DEMO)).isEmpty();
    }

    @Test
    void aLookOfAnyNodeThatFindsTheProjectBeginsTheDayAnew() {
        jiraForgetsDemo();
        gone.look();
        scene.clock.advance(Duration.ofHours(23));
        when(scene.projects.getProjectObj(Scene.DEMO.value())).thenReturn(project);
        onAnotherNode().look();
        jiraForgetsDemo();
        scene.clock.advance(Duration.ofHours(2));
        gone.look();
        assertThat(scene.store.find(Scene.DEMO)).isPresent();

        scene.clock.advance(GoneProjects.GONE_FOR);
        gone.look();
        assertThat(scene.store.find(Scene.DEMO)).isEmpty();
    }

    @Test
    void itLooksOnceAnHour() {
        gone.look();
        jiraForgetsDemo();
        scene.clock.advance(GoneProjects.BETWEEN_LOOKS.minusSeconds(1));
        int before = scene.database.statements();
        gone.look();
        assertThat(scene.database.statements()).isEqualTo(before);
    }

    private void jiraForgetsDemo() {
        when(scene.projects.getProjectObj(Scene.DEMO.value())).thenReturn(null);
    }

    private GoneProjects onAnotherNode() {
        return new GoneProjects(scene.store, scene.memory, scene.connections, scene.clock);
    }
}
