package org.intercomjira.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.intercomjira.link.Samples.ACME;
import static org.intercomjira.link.Samples.DEMO;
import static org.intercomjira.link.Samples.DEMO_1;
import static org.intercomjira.link.Samples.NOON;
import static org.intercomjira.link.Samples.SECOND;
import static org.intercomjira.link.Samples.newLink;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import net.java.ao.ActiveObjectsException;
import org.intercomjira.intercom.Region;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;

@Tables(LinkEntity.class)
class LinkStoreTest {
    private static final IssueId DEMO_2 = new IssueId(10_101);

    private final TestDatabase database;
    private final LinkStore store;

    LinkStoreTest(TestDatabase database) {
        this.database = database;
        store = new LinkStore(database.activeObjects());
    }

    @OnEveryDatabase
    void aLinkIsFoundAsItWasMade() {
        LinkedConversation made = store.insert(newLink(DEMO_1, ACME, "215"), NOON).orElseThrow();

        assertThat(store.ofIssue(DEMO_1)).containsExactly(made);
        assertThat(made.link().workspace()).isEqualTo(ACME);
        assertThat(made.link().linkedAt()).isEqualTo(NOON);
        assertThat(made.workspaceName()).isEqualTo("Acme Support");
        assertThat(made.region()).isEqualTo(Region.EU);
        assertThat(made.remoteState()).isEqualTo(RemoteState.OK);
        assertThat(made.lastSeen()).map(Snapshot::subject).contains("Checkout total is wrong");
    }

    @OnEveryDatabase
    void aConversationThatCouldNotBeReadIsLinkedUnchecked() {
        NewLink seen = newLink(DEMO_1, ACME, "215");
        NewLink unseen = new NewLink(seen.issue(), seen.project(), seen.workspace(), seen.workspaceName(), seen.region(), seen.conversation(),
                seen.linkedBy(), seen.origin(), null);

        LinkedConversation made = store.insert(unseen, NOON).orElseThrow();

        assertThat(made.remoteState()).isEqualTo(RemoteState.UNCHECKED);
        assertThat(made.lastSeen()).isEmpty();
        assertThat(made.snapshotAt()).isNull();
    }

    @OnEveryDatabase
    void theSecondLinkOfAKindIsNotMade() {
        store.insert(newLink(DEMO_1, ACME, "215"), NOON);

        assertThat(store.insert(newLink(DEMO_1, ACME, "215"), NOON)).isEmpty();
        assertThat(store.ofIssue(DEMO_1)).hasSize(1);
    }

    @OnEveryDatabase
    void otherIssuesWorkspacesAndConversationsMayBeLinkedToo() {
        store.insert(newLink(DEMO_1, ACME, "215"), NOON);

        assertThat(store.insert(newLink(DEMO_1, ACME, "216"), NOON)).isPresent();
        assertThat(store.insert(newLink(DEMO_1, SECOND, "215"), NOON)).isPresent();
        assertThat(store.insert(newLink(DEMO_2, ACME, "215"), NOON)).isPresent();
        assertThat(store.ofIssue(DEMO_1)).extracting(linked -> linked.link().conversation().value()).containsExactly("215", "216", "215");
    }

    @OnEveryDatabase
    void ofManyThatLinkTheSameAtOnceOneDoes() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(8);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<Optional<LinkedConversation>>> tries = new ArrayList<>();
        for (int person = 0; person < 8; person++) {
            tries.add(people.submit(() -> {
                start.await();
                return store.insert(newLink(DEMO_1, ACME, "215"), NOON);
            }));
        }
        start.countDown();

        int made = 0;
        for (Future<Optional<LinkedConversation>> each : tries) {
            made += each.get().isPresent() ? 1 : 0;
        }
        people.shutdown();
        assertThat(made).isEqualTo(1);
        assertThat(store.ofIssue(DEMO_1)).hasSize(1);
    }

    @OnEveryDatabase
    void aDatabaseThatIsGoneIsNoDuplicate() {
        database.goAway();

        assertThatThrownBy(() -> store.insert(newLink(DEMO_1, ACME, "215"), NOON)).isInstanceOf(ActiveObjectsException.class);

        database.comeBack();
        assertThat(store.ofIssue(DEMO_1)).isEmpty();
    }

    @OnEveryDatabase
    void onlyTheLinkThatIsMeantIsDeleted() {
        Link link = store.insert(newLink(DEMO_1, ACME, "215"), NOON).orElseThrow().link();
        store.insert(newLink(DEMO_1, SECOND, "215"), NOON);

        assertThat(store.delete(link)).isTrue();
        assertThat(store.delete(link)).isFalse();
        assertThat(store.ofIssue(DEMO_1)).extracting(linked -> linked.link().workspace()).containsExactly(SECOND);
    }

    @OnEveryDatabase
    void allLinksOfAnIssueAreDeletedWithIt() {
        store.insert(newLink(DEMO_1, ACME, "215"), NOON);
        store.insert(newLink(DEMO_1, ACME, "216"), NOON);
        store.insert(newLink(DEMO_2, ACME, "215"), NOON);

        assertThat(store.deleteOfIssue(DEMO_1)).isEqualTo(2);
        assertThat(store.ofIssue(DEMO_1)).isEmpty();
        assertThat(store.ofIssue(DEMO_2)).hasSize(1);
    }

    @OnEveryDatabase
    void linksOfOtherWorkspacesAreCountedByProject() {
        store.insert(newLink(DEMO_1, ACME, "215"), NOON);
        store.insert(newLink(DEMO_1, SECOND, "215"), NOON);
        store.insert(newLink(DEMO_2, SECOND, "216"), NOON);

        assertThat(store.countOutside(DEMO, ACME)).isEqualTo(2);
        assertThat(store.countOutside(DEMO, SECOND)).isEqualTo(1);
        assertThat(store.countOutside(new ProjectId(1), ACME)).isZero();
    }

    @OnEveryDatabase
    void aMovedIssueCountsForItsNewProject() {
        store.insert(newLink(DEMO_1, SECOND, "215"), NOON);

        store.moveTo(new ProjectId(2), DEMO_1);

        assertThat(store.countOutside(new ProjectId(2), ACME)).isEqualTo(1);
        assertThat(store.issuesIn(DEMO, 0)).isEmpty();
        assertThat(store.issuesIn(new ProjectId(2), 0)).containsExactly(DEMO_1);
        assertThat(store.issuesIn(new ProjectId(2), DEMO_1.value())).isEmpty();
    }

    @OnEveryDatabase
    void whatIntercomTellsLaterIsKept() {
        Link link = store.insert(newLink(DEMO_1, ACME, "215"), NOON).orElseThrow().link();

        store.mark(link, RemoteState.GONE);
        assertThat(store.ofIssue(DEMO_1).get(0).link().gone()).isTrue();

        store.remember(link, Snapshot.of(Samples.conversation("Found again")), NOON.plusSeconds(60));
        LinkedConversation found = store.ofIssue(DEMO_1).get(0);
        assertThat(found.link().gone()).isFalse();
        assertThat(found.lastSeen()).map(Snapshot::subject).contains("Found again");
        assertThat(found.snapshotAt()).isEqualTo(NOON.plusSeconds(60));
    }

    @OnEveryDatabase
    void aWorkspaceWhoseIdCouldNotBeKeptIsRefusedBeforeTheDatabaseDoes() {
        assertThatThrownBy(() -> newLink(DEMO_1, new WorkspaceId("w".repeat(300)), "215")).isInstanceOf(IllegalArgumentException.class);
    }
}
