package org.intercomjira.link;

import static org.intercomjira.link.Samples.ACME;
import static org.intercomjira.link.Samples.DEMO;
import static org.intercomjira.link.Samples.DEMO_1;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyLong;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.event.ProjectDeletedEvent;
import com.atlassian.jira.event.issue.DelegatingJiraIssueEvent;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.issue.IssueEventBundle;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.platform.IssueId;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class LinkCleanupTest {
    private static final IssueId MOVED_AWAY = new IssueId(10_200);

    private final EventPublisher events = mock(EventPublisher.class);
    private final LinkService links = mock(LinkService.class);
    private final LinkStore store = mock(LinkStore.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final MutableIssue issue = Samples.issue();
    private final ConnectionService connections = mock(ConnectionService.class);
    private final MoveListener listener = mock(MoveListener.class);
    private final LinkCleanup cleanup = new LinkCleanup(events, links, store, issues, connections, listeners());

    @Test
    void itListensWhileItLives() {
        cleanup.register();
        verify(events).register(cleanup);

        cleanup.unregister();
        verify(events).unregister(cleanup);
    }

    @Test
    void aDeletedIssueTakesItsLinksAlong() {
        cleanup.onIssueEvents(bundle(EventType.ISSUE_DELETED_ID));

        verify(links).forget(DEMO_1);
    }

    @Test
    void aMovedIssueKeepsItsLinksInItsNewProject() {
        when(links.linksOf(DEMO_1)).thenReturn(List.of(Samples.link(DEMO_1, ACME, "215")));

        cleanup.onIssueEvents(bundle(EventType.ISSUE_MOVED_ID));

        verify(links).moved(DEMO_1, DEMO);
        verify(links, never()).forget(any());
    }

    @Test
    void whatWaitsForAMovedIssueIsTakenAlong() {
        Link link = Samples.link(DEMO_1, ACME, "215");
        when(links.linksOf(DEMO_1)).thenReturn(List.of(link));
        when(links.linksNowOf(DEMO_1)).thenReturn(List.of(link));

        cleanup.onIssueEvents(bundle(EventType.ISSUE_MOVED_ID));

        InOrder order = inOrder(links, listener);
        order.verify(links).moved(DEMO_1, DEMO);
        order.verify(listener).moved(link, DEMO);
    }

    private ObjectProvider<MoveListener> listeners() {
        return new StaticListableBeanFactory(Map.of("listener", listener)).getBeanProvider(MoveListener.class);
    }

    @Test
    void aMovedIssueWithoutLinksCostsNothing() {
        cleanup.onIssueEvents(bundle(EventType.ISSUE_MOVED_ID));

        verify(links, never()).moved(any(), any());
    }

    @Test
    void aNewIssueIsFreedOfLinksThatItsOriginalHas() {
        when(connections.find(DEMO)).thenReturn(Optional.of(Samples.connection(ConnectionState.CONNECTED)));

        cleanup.onIssueEvents(bundle(EventType.ISSUE_CREATED_ID));

        verify(links).created(DEMO_1);
    }

    @Test
    void aNewIssueOfAProjectThatIsNotConnectedCostsNothing() {
        when(connections.find(DEMO)).thenReturn(Optional.empty());

        cleanup.onIssueEvents(bundle(EventType.ISSUE_CREATED_ID));

        verify(links, never()).created(any());
    }

    @Test
    void anEditLeavesTheLinksAlone() {
        cleanup.onIssueEvents(bundle(2L));

        verify(links, never()).forget(any());
        verify(links, never()).linksOf(any());
    }

    @Test
    void aDeletionInJiraSucceedsEvenWhenTheLinksCannotBeRemoved() {
        doThrow(new IllegalStateException("no database")).when(links).forget(any());

        cleanup.onIssueEvents(bundle(EventType.ISSUE_DELETED_ID));

        verify(links).forget(DEMO_1);
    }

    @Test
    void aDeletedProjectTakesTheLinksOfItsIssuesButNotOfThoseThatWereMovedAway() {
        ProjectDeletedEvent event = mock(ProjectDeletedEvent.class);
        when(event.getId()).thenReturn(DEMO.value());
        when(store.issuesIn(eq(DEMO), anyLong())).thenReturn(Set.of());
        when(store.issuesIn(DEMO, 0)).thenReturn(Set.of(DEMO_1));
        when(store.issuesIn(DEMO, DEMO_1.value())).thenReturn(Set.of(MOVED_AWAY));
        when(issues.getIssueObject(MOVED_AWAY.value())).thenReturn(issue);

        cleanup.onProjectDeleted(event);

        verify(links).forget(DEMO_1);
        verify(links, never()).forget(MOVED_AWAY);
    }

    private IssueEventBundle bundle(Long type) {
        IssueEvent event = mock(IssueEvent.class);
        when(event.getIssue()).thenReturn(issue);
        when(event.getEventTypeId()).thenReturn(type);
        DelegatingJiraIssueEvent delegating = mock(DelegatingJiraIssueEvent.class);
        when(delegating.asIssueEvent()).thenReturn(event);
        IssueEventBundle bundle = mock(IssueEventBundle.class);
        when(bundle.getEvents()).thenReturn(List.of(delegating));
        return bundle;
    }
}
