package org.intercomjira.link;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.link.Samples.ACME;
import static org.intercomjira.link.Samples.CONVERSATION;
import static org.intercomjira.link.Samples.DEMO;
import static org.intercomjira.link.Samples.DEMO_1;
import static org.intercomjira.link.Samples.NOON;
import static org.intercomjira.link.Samples.SECOND;
import static org.intercomjira.link.Samples.newLink;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.entity.property.JsonEntityPropertyManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.security.PermissionManager;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.intercom.Access;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.Failure;
import org.intercomjira.intercom.IntercomClient;
import org.intercomjira.intercom.IntercomEndpoints;
import org.intercomjira.intercom.Profile;
import org.intercomjira.intercom.Region;
import org.intercomjira.platform.Permissions;
import org.intercomjira.platform.Secret;
import org.intercomjira.platform.SystemClock;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.ProjectSettingsService;
import org.intercomjira.settings.VisibleFields;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

class SnapshotRefreshTest {
    private static final Access ACCESS = new Access(Region.EU, new Secret("token"));

    private final TestDatabase database = TestDatabase.h2(LinkEntity.class);
    private final LinkStore store = new LinkStore(database.activeObjects());
    private final ManualClock clock = new ManualClock(NOON);
    private final SystemClock linkClock = mock(SystemClock.class);
    private final LinkService links = MemoryCaches.with(caches ->
            new LinkService(store, new LinkMirror(store, mock(JsonEntityPropertyManager.class)), caches, linkClock,
                    new StaticListableBeanFactory().getBeanProvider(LinkListener.class)));
    private final IntercomClient intercom = mock(IntercomClient.class);
    private final ConnectionService connections = mock(ConnectionService.class);
    private final ProjectSettingsService settings = mock(ProjectSettingsService.class);
    private final SnapshotRefresh refresh = new SnapshotRefresh(intercom, new Contacts(intercom), connections, settings, links, new RefreshQueue(clock), clock);

    @BeforeEach
    void connect() {
        when(linkClock.instant()).thenAnswer(call -> clock.instant());
        when(connections.find(DEMO)).thenReturn(Optional.of(Samples.connection(ConnectionState.CONNECTED)));
        when(connections.access(DEMO)).thenReturn(Optional.of(ACCESS));
        when(settings.of(DEMO)).thenReturn(ProjectSettings.DEFAULTS);
        when(intercom.conversation(ACCESS, CONVERSATION)).thenReturn(completedFuture(new Answer.Ok<>(Samples.conversation("As it is now"))));
        when(intercom.contact(eq(ACCESS), any())).thenReturn(completedFuture(new Answer.Ok<>(
                new Profile("Ada Example", null, "user", Map.of("email", "ada@example.org", "phone", "+353", "custom_attributes.secret", "hidden")))));
        when(intercom.companies(eq(ACCESS), any())).thenReturn(completedFuture(new Answer.Ok<>(
                List.of(new Profile("Northwind", null, null, Map.of("size", "12", "industry", "ships"))))));
    }

    @AfterEach
    void close() throws SQLException {
        database.close();
    }

    @Test
    void fiftyLinksAreShownWithOneQueryAndWithoutIntercom() {
        for (int i = 0; i < 50; i++) {
            store.insert(newLink(DEMO_1, ACME, String.valueOf(1000 + i)), NOON);
        }
        IntercomEndpoints endpoints = mock(IntercomEndpoints.class);
        when(endpoints.conversationPage(any(), any(), any())).thenReturn(URI.create("https://app.intercom.com"));
        MutableIssue issue = Samples.issue();
        LinkViews views = new LinkViews(links, connections, settings, endpoints, mock(Permissions.class), mock(PermissionManager.class), refresh);
        int before = database.statements();

        LinksView view = views.of(issue, null);

        assertThat(view.links()).hasSize(50);
        assertThat(database.statements() - before).isEqualTo(1);
        verifyNoInteractions(intercom);
    }

    @Test
    void whatIsReadAgainHoldsOnlyFieldsThatTheProjectShows() {
        when(settings.of(DEMO)).thenReturn(new ProjectSettings(ProjectSettings.DEFAULTS.on(), new VisibleFields(List.of("email"), List.of(), List.of("size"))));
        link();

        assertThat(refresh.refresh(DEMO, store.ofIssue(DEMO_1))).isEqualTo(1);

        Snapshot seen = store.ofIssue(DEMO_1).get(0).snapshot();
        assertThat(seen.subject()).isEqualTo("As it is now");
        assertThat(seen.person()).isEqualTo(new Details("Ada Example", Map.of("email", "ada@example.org")));
        assertThat(seen.companies()).containsExactly(new Details("Northwind", Map.of("size", "12")));
        assertThat(seen.toJson()).doesNotContain("+353", "hidden", "ships");
    }

    @Test
    void aFieldThatIsNoLongerShownIsNotShownFromAnOldSnapshot() {
        link();
        refresh.refresh(DEMO, store.ofIssue(DEMO_1));

        LinksView.SnapshotView view = SnapshotViews.of(store.ofIssue(DEMO_1).get(0).snapshot(),
                new ProjectSettings(ProjectSettings.DEFAULTS.on(), new VisibleFields(List.of("phone"), List.of(), List.of())));

        assertThat(view.contact().fields()).extracting(LinksView.FieldView::name).containsExactly("phone");
        assertThat(view.companies()).isEmpty();
    }

    @ParameterizedTest(name = "{0} minutes after it was read: {1}")
    @CsvSource({"4, false", "5, true", "60, true"})
    void aSnapshotIsOldAfterFiveMinutes(int minutes, boolean stale) {
        link();
        refresh.refresh(DEMO, store.ofIssue(DEMO_1));
        clock.advance(Duration.ofMinutes(minutes));

        assertThat(refresh.isStale(store.ofIssue(DEMO_1).get(0), connections.find(DEMO))).isEqualTo(stale);
    }

    @Test
    void conversationsOfAnotherWorkspaceOrOfABrokenConnectionAreNotAskedFor() {
        store.insert(newLink(DEMO_1, SECOND, CONVERSATION.value()), NOON);
        assertThat(refresh.refresh(DEMO, store.ofIssue(DEMO_1))).isZero();

        link();
        Connection broken = Samples.connection(ConnectionState.BROKEN);
        when(connections.find(DEMO)).thenReturn(Optional.of(broken));
        assertThat(refresh.refresh(DEMO, store.ofIssue(DEMO_1))).isZero();
        verifyNoInteractions(intercom);
    }

    @Test
    void whatIntercomRefusesIsRemembered() {
        link();
        answer(new Failure.Forbidden("forbidden", "no"));
        refresh.refresh(DEMO, store.ofIssue(DEMO_1));
        assertThat(store.ofIssue(DEMO_1).get(0).remoteState()).isEqualTo(RemoteState.FORBIDDEN);

        clock.advance(RefreshQueue.PAUSE.plusSeconds(1));
        answer(new Failure.NotFound("not_found", "no"));
        refresh.refresh(DEMO, store.ofIssue(DEMO_1));
        assertThat(store.ofIssue(DEMO_1).get(0).remoteState()).isEqualTo(RemoteState.GONE);

        clock.advance(RefreshQueue.PAUSE.plusSeconds(1));
        answer(new Failure.AuthorisationLost("unauthorized", "no"));
        refresh.refresh(DEMO, store.ofIssue(DEMO_1));
        verify(connections).markBroken(DEMO, ACCESS, "authorisation_lost");
    }

    @Test
    void anIntercomThatIsDownChangesNothingAndIsNotAskedAgainAtOnce() {
        link();
        answer(new Failure.Unreachable("down"));

        assertThat(refresh.refresh(DEMO, store.ofIssue(DEMO_1))).isEqualTo(1);
        assertThat(refresh.refresh(DEMO, store.ofIssue(DEMO_1))).isZero();
        assertThat(store.ofIssue(DEMO_1).get(0).snapshot().subject()).isEqualTo("Checkout total is wrong");
    }

    @Test
    void aLeadWithoutANameIsCalledByThePseudonym() {
        when(intercom.contact(eq(ACCESS), any())).thenReturn(completedFuture(new Answer.Ok<>(new Profile(null, "Violet Suitcase", "lead", Map.of()))));
        link();

        refresh.refresh(DEMO, store.ofIssue(DEMO_1));

        Snapshot seen = store.ofIssue(DEMO_1).get(0).snapshot();
        assertThat(seen.contactKind()).isEqualTo("lead");
        assertThat(seen.contactName()).isEqualTo("Violet Suitcase");
    }

    private void link() {
        store.insert(newLink(DEMO_1, ACME, CONVERSATION.value()), NOON);
    }

    private void answer(Failure failure) {
        when(intercom.conversation(ACCESS, CONVERSATION)).thenReturn(completedFuture(new Answer.Failed<>(failure)));
    }
}
