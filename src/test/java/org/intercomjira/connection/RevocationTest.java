package org.intercomjira.connection;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.nio.file.Path;
import org.intercomjira.connection.Revocation.AppAtIntercom;
import org.intercomjira.intercom.Access;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.Failure;
import org.intercomjira.intercom.Region;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevocationTest {
    @TempDir
    private Path home;
    private Scene scene;
    private Revocation revocation;

    @BeforeEach
    void open() {
        scene = new Scene(home);
        revocation = new Revocation(scene.connections, scene.tokens, scene.intercom);
        scene.connect(Scene.DEMO, Scene.ACME);
    }

    @AfterEach
    void close() throws Exception {
        scene.close();
    }

    @Test
    void theLastProjectOfAWorkspaceUninstallsTheApp() {
        scene.connect(Scene.OPS, Scene.SECOND);
        when(scene.intercom.uninstall(any())).thenReturn(completedFuture(new Answer.Ok<>(null)));
        assertThat(revocation.revoke(Scene.DEMO)).isEqualTo(AppAtIntercom.UNINSTALLED);
        verify(scene.intercom).uninstall(new Access(Region.US, Scene.TOKEN));
        assertThat(scene.store.find(Scene.DEMO)).isEmpty();
    }

    @Test
    void theAppStaysWhileAnotherProjectUsesTheWorkspace() {
        scene.connect(Scene.OPS, Scene.ACME);
        assertThat(revocation.revoke(Scene.DEMO)).isEqualTo(AppAtIntercom.KEPT);
        verifyNoInteractions(scene.intercom);
        assertThat(scene.connections.find(Scene.DEMO)).isEmpty();
        assertThat(scene.connections.access(Scene.OPS)).isPresent();
    }

    @Test
    void theTokenIsDeletedHereAlsoWhenIntercomIsDown() {
        when(scene.intercom.uninstall(any())).thenReturn(completedFuture(new Answer.Failed<>(new Failure.Unreachable("down"))));
        assertThat(revocation.revoke(Scene.DEMO)).isEqualTo(AppAtIntercom.NOT_REACHED);
        assertThat(scene.store.find(Scene.DEMO)).isEmpty();
    }

    @Test
    void aTokenThatCannotBeReadIsDeletedToo() {
        scene.store.save(new StoredConnection(scene.connection(Scene.DEMO, Scene.ACME, Scene.JIRA_APP), "v1:damaged", null, null));
        assertThat(revocation.revoke(Scene.DEMO)).isEqualTo(AppAtIntercom.NOT_REACHED);
        assertThat(scene.store.find(Scene.DEMO)).isEmpty();
    }

    @Test
    void revokingWhatIsNotConnectedDoesNothing() {
        assertThat(revocation.revoke(Scene.OPS)).isEqualTo(AppAtIntercom.KEPT);
        verifyNoInteractions(scene.intercom);
    }
}
