package org.intercomjira.connection;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.activeobjects.external.ActiveObjects;
import java.time.Instant;
import net.java.ao.Query;
import org.intercomjira.intercom.Region;
import org.intercomjira.intercom.Teammate;
import org.intercomjira.intercom.TeammateId;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;

@Tables({ConnectionEntity.class, RevocationEntity.class})
class ConnectionStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final String NAME = "Acmé 客服 \uD83D\uDE80 'support\"";
    private final ActiveObjects activeObjects;
    private final ConnectionStore store;

    ConnectionStoreTest(TestDatabase database) {
        activeObjects = database.activeObjects();
        store = new ConnectionStore(database.activeObjects());
    }

    @OnEveryDatabase
    void aConnectionIsFoundAsItWasSaved() {
        StoredConnection saved = connection(Scene.DEMO, Scene.ACME, NAME, "x".repeat(20_000), null);

        store.save(saved);

        assertThat(store.find(Scene.DEMO)).contains(saved);
        assertThat(store.find(Scene.OPS)).isEmpty();
    }

    @OnEveryDatabase
    void aRowOfAVersionThatKnewNoBeginningBeganWhenItWasConnected() {
        store.save(connection(Scene.DEMO, Scene.ACME, NAME, "cipher", null));
        ConnectionEntity row = activeObjects.find(ConnectionEntity.class, Query.select())[0];
        row.setConnectedSince(null);
        row.save();

        assertThat(store.find(Scene.DEMO)).hasValueSatisfying(stored -> assertThat(stored.connection().connectedSince()).isEqualTo(NOON));
    }

    @OnEveryDatabase
    void aProjectHasOneConnectionAndTheLastOneStands() {
        store.save(connection(Scene.DEMO, Scene.ACME, NAME, "cipher", NOON));
        StoredConnection second = connection(Scene.DEMO, Scene.SECOND, null, "other", null);

        store.save(second);

        assertThat(store.all()).containsExactly(second);
        assertThat(store.countOf(Scene.ACME)).isZero();
        assertThat(store.countOf(Scene.SECOND)).isEqualTo(1);
    }

    @OnEveryDatabase
    void namesThatAreTooLongAreCutAndAddressesLeftOut() {
        Teammate appUser = new Teammate(new TeammateId("5017691"), "n".repeat(300), "e".repeat(300), "https://example.org/" + "a".repeat(450));
        store.save(new StoredConnection(new Connection(Scene.DEMO, Scene.ACME, "w".repeat(300), Region.EU, appUser, ConnectionState.CONNECTED, null, NOON, "ann", NOON),
                "cipher", "p".repeat(300), NOON));

        assertThat(store.find(Scene.DEMO)).hasValueSatisfying(stored -> {
            assertThat(stored.connection().workspaceName()).hasSize(255);
            assertThat(stored.connection().appUser().name()).hasSize(255);
            assertThat(stored.connection().appUser().email()).hasSize(255);
            assertThat(stored.connection().appUser().avatarUrl()).isNull();
            assertThat(stored.previousAppUser()).hasSize(255);
        });
    }

    @OnEveryDatabase
    void stateAndSuccessAreWrittenAndNothingElse() {
        StoredConnection saved = connection(Scene.DEMO, Scene.ACME, NAME, "cipher", null);
        store.save(saved);
        store.save(connection(Scene.OPS, Scene.ACME, NAME, "cipher", null));

        store.changeState(Scene.DEMO, ConnectionState.BROKEN, "authorisation_lost", NOON.plusSeconds(7));
        store.recordSuccess(Scene.DEMO, NOON.plusSeconds(9));

        Connection old = saved.connection();
        Connection broken = new Connection(old.project(), old.workspace(), old.workspaceName(), old.region(), old.appUser(), ConnectionState.BROKEN,
                "authorisation_lost", NOON.plusSeconds(7), old.connectedBy(), old.connectedAt());
        assertThat(store.find(Scene.DEMO)).contains(new StoredConnection(broken, "cipher", null, NOON.plusSeconds(9)));
        assertThat(store.find(Scene.OPS)).hasValueSatisfying(other -> assertThat(other.connection().state()).isEqualTo(ConnectionState.CONNECTED));
    }

    @OnEveryDatabase
    void aRevokedConnectionIsGoneAndItsTimeIsKnownUntilTheNextOne() {
        store.save(connection(Scene.DEMO, Scene.ACME, NAME, "cipher", null));
        store.save(connection(Scene.OPS, Scene.ACME, NAME, "cipher", null));
        store.revoke(Scene.OPS, NOON.plusSeconds(1));
        store.revoke(Scene.DEMO, NOON);
        store.revoke(Scene.DEMO, NOON);

        assertThat(store.all()).isEmpty();
        assertThat(store.revokedAt(Scene.DEMO)).contains(NOON);
        assertThat(store.revokedUntil(NOON)).containsExactly(Scene.DEMO);
        assertThat(store.revokedUntil(NOON.plusSeconds(1))).containsExactly(Scene.DEMO, Scene.OPS);

        store.save(connection(Scene.DEMO, Scene.ACME, NAME, "cipher", null));
        assertThat(store.revokedAt(Scene.DEMO)).isEmpty();
        assertThat(store.forgetRevocation(Scene.OPS, NOON)).isFalse();
        assertThat(store.forgetRevocation(Scene.OPS, NOON.plusSeconds(1))).isTrue();
        assertThat(store.forgetRevocation(Scene.OPS, NOON.plusSeconds(1))).isFalse();
    }

    @OnEveryDatabase
    void whenAProjectIsGoneIsWrittenLookByLook() {
        store.save(connection(Scene.DEMO, Scene.ACME, NAME, "cipher", null));
        assertThat(store.recordLook(Scene.DEMO, false, NOON)).isEmpty();
        assertThat(store.recordLook(Scene.DEMO, true, NOON.plusSeconds(1))).contains(NOON.plusSeconds(1));
        assertThat(store.recordLook(Scene.DEMO, true, NOON.plusSeconds(2))).contains(NOON.plusSeconds(1));
        assertThat(store.recordLook(Scene.DEMO, false, NOON.plusSeconds(3))).isEmpty();
        assertThat(store.recordLook(Scene.DEMO, true, NOON.plusSeconds(4))).contains(NOON.plusSeconds(4));
        assertThat(store.recordLook(Scene.OPS, true, NOON)).isEmpty();
    }

    @OnEveryDatabase
    void aDeletedConnectionIsGoneAlone() {
        store.save(connection(Scene.DEMO, Scene.ACME, NAME, "cipher", null));
        store.save(connection(Scene.OPS, Scene.ACME, NAME, "cipher", null));

        store.delete(Scene.DEMO);

        assertThat(store.all()).extracting(stored -> stored.connection().project()).containsExactly(Scene.OPS);
    }

    private static StoredConnection connection(ProjectId project, WorkspaceId workspace, String name, String cipher, Instant lastSuccess) {
        return new StoredConnection(new Connection(project, workspace, name, Region.EU, Scene.JIRA_APP, ConnectionState.CONNECTED, null, NOON, "ann", NOON),
                cipher, null, lastSuccess);
    }
}
