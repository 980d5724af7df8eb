package org.intercomjira.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.link.Samples.ACME;
import static org.intercomjira.link.Samples.DEMO;
import static org.intercomjira.link.Samples.DEMO_1;
import static org.intercomjira.link.Samples.SECOND;
import static org.intercomjira.link.Samples.newLink;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;

import java.sql.SQLException;
import java.util.Map;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.platform.SystemClock;
import org.intercomjira.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class LinkServiceTest {
    private final TestDatabase database = TestDatabase.h2(LinkEntity.class);
    private final LinkMirror mirror = mock(LinkMirror.class);
    private final LinkListener told = mock(LinkListener.class);
    private final LinkService links = MemoryCaches.with(caches ->
            new LinkService(new LinkStore(database.activeObjects()), mirror, caches, new SystemClock(),
                    new StaticListableBeanFactory(Map.of("told", told)).getBeanProvider(LinkListener.class)));

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void askingAgainCostsNoQueryEvenWhenThereAreNoLinks() {
        links.linksOf(DEMO_1);
        int before = database.statements();

        assertThat(links.linksOf(DEMO_1)).isEmpty();
        assertThat(database.statements()).isEqualTo(before);
    }

    @Test
    void aNewLinkIsSeenAtOnceAndMirrored() {
        links.linksOf(DEMO_1);

        Link made = links.link(newLink(DEMO_1, ACME, "215")).orElseThrow().link();

        assertThat(links.linksOf(DEMO_1)).containsExactly(made);
        verify(mirror).rewrite(DEMO_1);
    }

    @Test
    void aRefusedDuplicateChangesNothing() {
        Link made = links.link(newLink(DEMO_1, ACME, "215")).orElseThrow().link();

        assertThat(links.link(newLink(DEMO_1, ACME, "215"))).isEmpty();
        assertThat(links.linksOf(DEMO_1)).containsExactly(made);
    }

    @Test
    void aRemovedLinkIsSeenNoMore() {
        Link made = links.link(newLink(DEMO_1, ACME, "215")).orElseThrow().link();
        links.linksOf(DEMO_1);

        assertThat(links.unlink(made)).isTrue();
        assertThat(links.linksOf(DEMO_1)).isEmpty();
    }

    @Test
    void aLinkIsKeptWhenItsMirrorCannotBeWritten() {
        doThrow(new IllegalStateException("no properties today")).when(mirror).rewrite(any());

        assertThat(links.link(newLink(DEMO_1, ACME, "215"))).isPresent();
        assertThat(links.linksOf(DEMO_1)).hasSize(1);
    }

    @Test
    void aLinkToAConversationThatIsGoneSaysSo() {
        Link made = links.link(newLink(DEMO_1, ACME, "215")).orElseThrow().link();
        links.linksOf(DEMO_1);

        links.markGone(made);

        assertThat(links.linksOf(DEMO_1)).extracting(Link::gone).containsExactly(true);
    }

    @Test
    void whatIntercomShowsIsShownInThePanel() {
        Link made = links.link(newLink(DEMO_1, ACME, "215")).orElseThrow().link();

        links.seen(made, Samples.conversation("New subject"));

        assertThat(links.conversationsOf(DEMO_1).get(0).lastSeen()).map(Snapshot::subject).contains("New subject");
    }

    @Test
    void aPictureThatCannotBeStoredIsNoFailure() {
        Link made = links.link(newLink(DEMO_1, ACME, "215")).orElseThrow().link();
        database.goAway();

        links.seen(made, Samples.conversation("New subject"));

        database.comeBack();
        assertThat(links.conversationsOf(DEMO_1).get(0).lastSeen()).map(Snapshot::subject).contains("Checkout total is wrong");
    }

    @Test
    void anIssueThatIsNoMoreLeavesNothing() {
        links.link(newLink(DEMO_1, ACME, "215"));
        links.link(newLink(DEMO_1, SECOND, "216"));

        links.forget(DEMO_1);

        assertThat(links.linksOf(DEMO_1)).isEmpty();
        assertThat(links.countOfOtherWorkspaces(DEMO, ACME)).isZero();
    }

    @Test
    void forgettingAnIssueWithoutLinksWritesNothing() {
        links.forget(DEMO_1);

        verify(mirror, never()).rewrite(any());
    }

    @Test
    void aMovedIssueTakesItsLinksAlong() {
        links.link(newLink(DEMO_1, ACME, "215"));

        links.moved(DEMO_1, new ProjectId(2));

        assertThat(links.linksOf(DEMO_1)).extracting(Link::project).containsExactly(new ProjectId(2));
    }
}
