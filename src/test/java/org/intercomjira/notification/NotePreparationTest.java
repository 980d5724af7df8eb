package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.notification.Samples.ACCESS;
import static org.intercomjira.notification.Samples.ACME;
import static org.intercomjira.notification.Samples.DEMO;
import static org.intercomjira.notification.Samples.DEMO_7;
import static org.intercomjira.notification.Samples.DEMO_7_PAGE;
import static org.intercomjira.notification.Samples.MOVE;
import static org.intercomjira.notification.Samples.MOVED;
import static org.intercomjira.notification.Samples.SECOND;
import static org.intercomjira.notification.Samples.link;
import static org.intercomjira.notification.Samples.settings;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.project.Project;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.delivery.Outcome;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.link.Link;
import org.intercomjira.link.LinkService;
import org.intercomjira.platform.BaseUrl;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.settings.ProjectSettingsService;
import org.intercomjira.settings.Switch;
import org.intercomjira.testing.ManualClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class NotePreparationTest {
    private static final Instant ENQUEUED = Instant.parse("2026-11-20T12:00:00Z");
    private static final NotePayload PAYLOAD = Samples.payload(MOVED);
    private static final NotePayload UNREAD = Samples.payload(new IssueChange(DEMO_7, DEMO, "Dev Eloper", Samples.CHANGE, null, null, null, FunctionWish.NONE, 0,
            new Telling(false, true, false)));

    private final IssueManager issues = mock(IssueManager.class);
    private final ConnectionService connections = mock(ConnectionService.class);
    private final ProjectSettingsService settings = mock(ProjectSettingsService.class);
    private final LinkService links = mock(LinkService.class);
    private final BaseUrl baseUrl = mock(BaseUrl.class);
    private final NoteContents contents = mock(NoteContents.class);
    private final IssueHistory history = mock(IssueHistory.class);
    private final ManualClock clock = new ManualClock(ENQUEUED);
    private final NotePreparation preparation = new NotePreparation(issues, connections, settings, links, history, contents, baseUrl, clock);
    private final MutableIssue issue = Samples.issue();
    private final Connection connection = Samples.connection(ConnectionState.CONNECTED);
    private final Link link = link(ACME, "215", false);

    @BeforeEach
    void everythingIsAsItWas() {
        when(issues.getIssueObject(DEMO_7.value())).thenReturn(issue);
        when(connections.findNow(DEMO)).thenReturn(Optional.of(connection));
        when(connections.access(DEMO)).thenReturn(Optional.of(ACCESS));
        when(settings.now(any())).thenReturn(settings(true, true));
        when(links.linksNowOf(DEMO_7)).thenReturn(List.of(link));
        when(baseUrl.issue("DEMO-7")).thenReturn(DEMO_7_PAGE);
        when(contents.plan(any(), any(), any())).thenReturn(Optional.of(plan(false)));
        when(contents.html(plan(false), issue)).thenReturn("<p>moved</p>");
    }

    @Test
    void theNoteTellsWhatTheIssueSaysNow() {
        Note note = ((Preparation.Ready) prepare(PAYLOAD)).note();

        assertThat(note.connection()).isEqualTo(connection);
        assertThat(note.access()).isEqualTo(ACCESS);
        assertThat(note.link()).isEqualTo(link);
        assertThat(note.marker()).isEqualTo(MOVE);
        assertThat(note.html()).isEqualTo("<p>moved</p>");
        assertThat(note.reopening()).isEqualTo(Reopening.NO);
    }

    @Test
    void aDeletedIssueIsNotToldOf() {
        when(issues.getIssueObject(DEMO_7.value())).thenReturn(null);

        assertDropped("issue.deleted");
    }

    @Test
    void afterRevokeNotesStop() {
        when(connections.findNow(DEMO)).thenReturn(Optional.empty());

        assertDropped("connection.revoked");
    }

    @Test
    void aNoteWaitsForAConnectionThatMayComeBack() {
        when(connections.isAwaited(DEMO)).thenReturn(true);
        when(connections.access(DEMO)).thenReturn(Optional.empty());
        assertThat(prepare(PAYLOAD)).isEqualTo(new Preparation.Ended(new Outcome.NotYet(clock.instant().plusSeconds(60))));

        when(connections.find(DEMO)).thenReturn(Optional.empty());
        assertThat(prepare(PAYLOAD)).isEqualTo(new Preparation.Ended(new Outcome.NotYet(clock.instant().plusSeconds(60))));
    }

    @Test
    void aTokenThatVanishesMeanwhileStopsTheNoteToo() {
        when(connections.access(DEMO)).thenReturn(Optional.empty());

        assertDropped("connection.revoked");
    }

    @Test
    void anIssueWithASecurityLevelIsNobodysBusiness() {
        when(issue.getSecurityLevelId()).thenReturn(10_010L);

        assertDropped("issue.not_for_all");
    }

    @Test
    void anArchivedIssueIsLeftInPeace() {
        when(issue.isArchived()).thenReturn(true);

        assertDropped("issue.not_for_all");
    }

    @Test
    void theIssuesOfAnArchivedProjectAreLeftInPeace() {
        Project archived = issue.getProjectObject();
        when(archived.isArchived()).thenReturn(true);

        assertDropped("issue.not_for_all");
    }

    @Test
    void conversationsAreOpenedAsTheContentsAndTheProjectWantIt() {
        when(contents.plan(any(), any(), any())).thenReturn(Optional.of(plan(true)));

        assertThat(((Preparation.Ready) prepare(PAYLOAD)).note().reopening()).isEqualTo(Reopening.OPEN);
        when(settings.now(any())).thenReturn(settings(true, true).with(Switch.UNASSIGN_ON_OPEN, true));
        assertThat(((Preparation.Ready) prepare(PAYLOAD)).note().reopening()).isEqualTo(Reopening.OPEN_UNASSIGNED);
    }

    @Test
    void anUnlinkedConversationIsToldJustThat() {
        when(links.linksNowOf(DEMO_7)).thenReturn(List.of());
        NotePayload payload = NotePayload.ofLink(DEMO_7, new Fact(Fact.Kind.UNLINK, 1), "Dev Eloper", ACME, new ConversationId("215"));

        assertThat(prepare(payload)).isInstanceOf(Preparation.Ready.class);
    }

    @Test
    void aNewLinkIsLookedForWhereItIsWritten() {
        when(links.linksNowOf(DEMO_7)).thenReturn(List.of());
        when(links.linksNowOf(DEMO_7)).thenReturn(List.of(link));
        NotePayload payload = NotePayload.ofLink(DEMO_7, new Fact(Fact.Kind.LINK, 1), "Dev Eloper", ACME, new ConversationId("215"));

        assertThat(prepare(payload)).isInstanceOf(Preparation.Ready.class);
    }

    @Test
    void whatIsNotToldAnyMoreStops() {
        when(contents.plan(any(), any(), any())).thenReturn(Optional.empty());

        assertDropped("notification.nothing_to_tell");
    }

    @Test
    void aChangeThatNobodyHasReadYetIsReadNowAndToldAsFarAsItWasToBeTold() {
        when(history.find(issue, Samples.CHANGE)).thenReturn(Optional.of(Samples.change(Samples.TO_ANN, Samples.TO_DONE, null)));

        assertThat(prepare(UNREAD)).isInstanceOf(Preparation.Ready.class);
        verify(contents).plan(PAYLOAD, issue, settings(true, true));
    }

    @Test
    void aChangeThatJiraHasNotStoredYetIsWaitedFor() {
        clock.advance(TransitionHistory.STORED_WITHIN.minusMillis(1));

        assertThat(prepare(UNREAD)).isEqualTo(new Preparation.Ended(new Outcome.NotYet(clock.instant().plusSeconds(3))));
    }

    @Test
    void aChangeThatJiraHasTakenBackIsNotTold() {
        clock.advance(TransitionHistory.STORED_WITHIN);

        assertThat(prepare(UNREAD)).isEqualTo(new Preparation.Ended(new Outcome.Dropped("change.not_found")));
    }

    @Test
    void switchedOffNotesStop() {
        when(settings.now(DEMO)).thenReturn(settings(false, true));

        assertDropped("notification.switched_off");
    }

    @Test
    void anUnlinkedConversationHearsNoMore() {
        when(links.linksNowOf(DEMO_7)).thenReturn(List.of(link(ACME, "216", false)));

        assertDropped("link.removed");
    }

    @Test
    void theSameIdInAnotherWorkspaceIsAnotherConversation() {
        when(links.linksNowOf(DEMO_7)).thenReturn(List.of(link(SECOND, "215", false)));

        assertDropped("link.removed");
    }

    @Test
    void aBrokenConnectionHoldsTheNote() {
        when(connections.findNow(DEMO)).thenReturn(Optional.of(Samples.connection(ConnectionState.BROKEN)));

        assertThat(prepare(PAYLOAD)).isEqualTo(new Preparation.Ended(new Outcome.AuthorisationLost("authorisation_lost")));
    }

    @Test
    void aMovedIssueSpeaksThroughItsNewProject() {
        ProjectId ops = new ProjectId(10_001);
        Project project = mock(Project.class);
        when(project.getId()).thenReturn(ops.value());
        when(issue.getProjectObject()).thenReturn(project);
        when(connections.findNow(ops)).thenReturn(Optional.empty());

        assertDropped("connection.revoked");
    }

    @Test
    void aNoteThatWouldSayTheSameIsSentAsItWasRendered() {
        Note prepared = ((Preparation.Ready) prepare(PAYLOAD)).note();
        when(contents.html(any(), any())).thenThrow(new AssertionError("Nothing is rendered again"));

        assertThat(preparation.prepareAgain(prepared, PAYLOAD, ENQUEUED)).isEqualTo(new Preparation.Ready(prepared));
    }

    @Test
    void aNoteThatWouldSaySomethingElseByNowIsNotSentYet() {
        Note prepared = ((Preparation.Ready) prepare(PAYLOAD)).note();
        when(contents.plan(any(), any(), any())).thenReturn(Optional.of(plan(true)));

        assertThat(preparation.prepareAgain(prepared, PAYLOAD, ENQUEUED)).isInstanceOf(Preparation.Ended.class);
        when(contents.plan(any(), any(), any())).thenReturn(Optional.empty());
        assertThat(preparation.prepareAgain(prepared, PAYLOAD, ENQUEUED)).isEqualTo(new Preparation.Ended(new Outcome.Dropped("notification.nothing_to_tell")));
    }

    private static NoteContents.Plan plan(boolean reopens) {
        return new NoteContents.Plan(PAYLOAD, new NoteText.Subject("DEMO-7", "Total is wrong", DEMO_7_PAGE), new Telling(false, true, false), null, null, reopens);
    }

    private Preparation prepare(NotePayload payload) {
        return preparation.prepare(payload, ENQUEUED);
    }

    private void assertDropped(String reason) {
        assertThat(prepare(PAYLOAD)).isEqualTo(new Preparation.Ended(new Outcome.Dropped(reason)));
    }
}
