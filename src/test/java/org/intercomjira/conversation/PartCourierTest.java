package org.intercomjira.conversation;

import static java.util.concurrent.CompletableFuture.completedFuture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.user.util.UserManager;
import com.atlassian.sal.api.message.I18nResolver;
import java.io.Serializable;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.delivery.Attempt;
import org.intercomjira.delivery.Message;
import org.intercomjira.delivery.Outcome;
import org.intercomjira.intercom.Access;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.Author;
import org.intercomjira.intercom.Conversation;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.Failure;
import org.intercomjira.intercom.IntercomClient;
import org.intercomjira.intercom.Part;
import org.intercomjira.intercom.Region;
import org.intercomjira.intercom.Teammate;
import org.intercomjira.intercom.TeammateId;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.link.Link;
import org.intercomjira.link.LinkService;
import org.intercomjira.platform.BaseUrl;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.Permissions;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.platform.Secret;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.ProjectSettingsService;
import org.intercomjira.settings.Switch;
import org.intercomjira.testing.ManualClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PartCourierTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final ProjectId DEMO = new ProjectId(10_000);
    private static final IssueId DEMO_7 = new IssueId(10_107);
    private static final WorkspaceId ACME = new WorkspaceId("ecahpwf5");
    private static final ConversationId CONVERSATION = new ConversationId("215");
    private static final TeammateId APP = new TeammateId("5017691");
    private static final Access ACCESS = new Access(Region.US, new Secret("token"));
    private static final Link LINK = new Link(7, DEMO_7, DEMO, ACME, CONVERSATION, "JIRAUSER1", NOON, Link.FROM_JIRA, false);
    private static final Connection CONNECTION = new Connection(DEMO, ACME, "Acme Support", Region.US, new Teammate(APP, "Jira app", null, null),
            ConnectionState.CONNECTED, null, NOON, "JIRAUSER1", NOON);

    private final ManualClock clock = new ManualClock(NOON);
    private final Drafts drafts = mock(Drafts.class);
    private final IssueManager issues = mock(IssueManager.class);
    private final UserManager users = mock(UserManager.class);
    private final Permissions permissions = mock(Permissions.class);
    private final ConnectionService connections = mock(ConnectionService.class);
    private final ProjectSettingsService settings = mock(ProjectSettingsService.class);
    private final LinkService links = mock(LinkService.class);
    private final BaseUrl baseUrl = mock(BaseUrl.class);
    private final I18nResolver i18n = mock(I18nResolver.class);
    private final IntercomClient intercom = mock(IntercomClient.class);
    private final PartCourier courier = new PartCourier(drafts,
            new PartPreparation(issues, users, permissions, connections, settings, links, baseUrl, i18n), intercom, connections, links, clock);
    private final MutableIssue issue = mock(MutableIssue.class);
    private final ApplicationUser dana = mock(ApplicationUser.class);

    @BeforeEach
    void everythingIsAsItShouldBe() {
        Project project = mock(Project.class);
        when(project.getId()).thenReturn(DEMO.value());
        when(issue.getProjectObject()).thenReturn(project);
        when(issue.getKey()).thenReturn("DEMO-7");
        when(issues.getIssueObject(DEMO_7.value())).thenReturn(issue);
        when(dana.isActive()).thenReturn(true);
        when(dana.getDisplayName()).thenReturn("Dana <Developer>");
        when(users.getUserByKey("JIRAUSER1")).thenReturn(dana);
        when(permissions.canEdit(issue, dana)).thenReturn(true);
        when(connections.find(DEMO)).thenReturn(Optional.of(CONNECTION));
        when(connections.access(DEMO)).thenReturn(Optional.of(ACCESS));
        when(settings.now(DEMO)).thenReturn(ProjectSettings.DEFAULTS);
        when(links.linksOf(DEMO_7)).thenReturn(List.of(LINK));
        when(baseUrl.issue("DEMO-7")).thenReturn(URI.create("https://jira.example/browse/DEMO-7"));
        when(i18n.getText(any(String.class), any(Serializable[].class))).thenAnswer(call -> call.getArgument(1) + " wrote from " + call.getArgument(2) + ":");
        when(intercom.note(any(), any(), any(), any())).thenReturn(completedFuture(new Answer.Ok<>(thread())));
        when(intercom.reply(any(), any(), any(), any())).thenReturn(completedFuture(new Answer.Ok<>(thread())));
    }

    @Test
    void aNoteIsSignedAndForgottenOnceItIsThere() {
        Draft note = draft(Draft.Kind.NOTE);

        assertThat(deliver(note, false)).isInstanceOf(Outcome.Delivered.class);

        verify(intercom).note(eq(ACCESS), eq(CONVERSATION), eq(APP), argThat(html -> html.get().contains("<b>Dana &lt;Developer&gt;</b> wrote from "
                + "<a href=\"https://jira.example/browse/DEMO-7#part-12\">DEMO-7</a>:</p><p>Please look</p>")));
        verify(drafts).forgetDelivered(note);
    }

    @Test
    void aReplyHoldsNothingButWhatWasWritten() {
        allowReplies();

        assertThat(deliver(draft(Draft.Kind.REPLY), false)).isInstanceOf(Outcome.Delivered.class);

        verify(intercom).reply(eq(ACCESS), eq(CONVERSATION), eq(APP), argThat(html -> html.get().equals("<p>Please look</p>")));
    }

    @Test
    void aReplyThatIsNoLongerAllowedIsNotSent() {
        expectRefused(draft(Draft.Kind.REPLY), "switched_off");
    }

    @Test
    void whoMayNoLongerEditOrIsNoLongerActiveDoesNotWrite() {
        when(permissions.canEdit(issue, dana)).thenReturn(false);
        expectRefused(draft(Draft.Kind.NOTE), "not_allowed");

        when(permissions.canEdit(issue, dana)).thenReturn(true);
        when(dana.isActive()).thenReturn(false);
        expectRefused(draft(Draft.Kind.NOTE), "not_allowed");
    }

    @Test
    void withoutLinkOrConnectionNothingIsSent() {
        when(links.linksOf(DEMO_7)).thenReturn(List.of());
        expectRefused(draft(Draft.Kind.NOTE), "unlinked");

        when(connections.find(DEMO)).thenReturn(Optional.empty());
        expectRefused(draft(Draft.Kind.NOTE), "connection_missing");
    }

    @Test
    void whatWasWrittenWaitsForAConnectionThatMayComeBack() {
        when(connections.isAwaited(DEMO)).thenReturn(true);
        when(connections.find(DEMO)).thenReturn(Optional.empty());

        assertThat(deliver(draft(Draft.Kind.NOTE), false)).isEqualTo(new Outcome.NotYet(clock.instant().plusSeconds(60)));
    }

    @Test
    void whatMayHaveBeenSentIsLookedForFirst() {
        allowReplies();
        Part there = new Part("1", "comment", "<p>Please look</p>", NOON.plusSeconds(1), new Author("admin", APP.value(), "Jira app", null));
        when(intercom.conversation(ACCESS, CONVERSATION)).thenReturn(completedFuture(new Answer.Ok<>(thread(there))));

        assertThat(deliver(draft(Draft.Kind.REPLY), true)).isInstanceOf(Outcome.Delivered.class);
        verify(intercom, never()).reply(any(), any(), any(), any());

        when(intercom.conversation(ACCESS, CONVERSATION)).thenReturn(completedFuture(new Answer.Ok<>(thread())));
        assertThat(deliver(draft(Draft.Kind.REPLY), true)).isInstanceOf(Outcome.Delivered.class);
        verify(intercom).reply(any(), any(), any(), any());
    }

    @Test
    void aReplyThatAFormerAppUserWroteIsNotSentAgain() {
        allowReplies();
        Part there = new Part("1", "comment", "<p>Please look</p>", NOON.plusSeconds(1), new Author("admin", "5017699", "A former app user", null));
        when(intercom.conversation(ACCESS, CONVERSATION)).thenReturn(completedFuture(new Answer.Ok<>(thread(there))));

        assertThat(deliver(draft(Draft.Kind.REPLY), true)).isInstanceOf(Outcome.Delivered.class);
        verify(intercom, never()).reply(any(), any(), any(), any());
    }

    @Test
    void aNoteThatAFormerAppUserWroteUnderAFormerBaseUrlIsNotSentAgain() {
        Part there = new Part("1", "note_and_unsnooze", "<p>Dana wrote from <a href=\"http://jira.former/x/browse/DEMO-7#part-12\" rel=\"nofollow\">DEMO-7</a>:</p>"
                + "<p>Please look</p>", NOON.plusSeconds(1), new Author("admin", "5017699", "A former app user", null));
        when(intercom.conversation(ACCESS, CONVERSATION)).thenReturn(completedFuture(new Answer.Ok<>(thread(there))));

        assertThat(deliver(draft(Draft.Kind.NOTE), true)).isInstanceOf(Outcome.Delivered.class);
        verify(intercom, never()).note(any(), any(), any(), any());
    }

    @Test
    void aNoteOfAnotherJiraIsNotTakenForIt() {
        Part others = new Part("1", "note", "<p>Ann wrote from <a href=\"https://jira.other/browse/OPS-3#part-12\">OPS-3</a>:</p>", NOON.plusSeconds(1), null);
        when(intercom.conversation(ACCESS, CONVERSATION)).thenReturn(completedFuture(new Answer.Ok<>(thread(others))));

        assertThat(deliver(draft(Draft.Kind.NOTE), true)).isInstanceOf(Outcome.Delivered.class);
        verify(intercom).note(any(), any(), any(), any());
    }

    /** Intercom gives the latest 500 parts; what came before them cannot be seen. */
    @Test
    void aReplyThatMayBeBehindTheLatestPartsIsNotSentAgain() {
        allowReplies();
        Part later = new Part("600", "comment", "<p>Hello?</p>", NOON.plusSeconds(99), new Author("user", "9", "Ada", null));
        when(intercom.conversation(ACCESS, CONVERSATION)).thenReturn(completedFuture(new Answer.Ok<>(
                new Conversation(CONVERSATION, "Checkout", "Hi", Conversation.State.OPEN, null, NOON, NOON, null, List.of(later), 501))));

        assertThat(deliver(draft(Draft.Kind.REPLY), true)).isEqualTo(new Outcome.Refused("arrival_unknown", "arrival_unknown"));
        verify(intercom, never()).reply(any(), any(), any(), any());
        verify(drafts, never()).forgetDelivered(any());
    }

    @Test
    void whatIntercomRefusesIsKept() {
        when(intercom.note(any(), any(), any(), any())).thenReturn(completedFuture(new Answer.Failed<>(new Failure.Forbidden("forbidden", "no"))));

        assertThat(deliver(draft(Draft.Kind.NOTE), false)).isEqualTo(new Outcome.Refused("forbidden", "no"));
        verify(drafts, never()).forgetDelivered(any());
    }

    @Test
    void whatAnotherNodeMayHaveTakenUpIsNotSentAnyMore() {
        allowReplies();
        when(drafts.find(12)).thenReturn(Optional.of(draft(Draft.Kind.REPLY)));
        Attempt late = new Attempt(1, attempt(12, false).message(), 0, NOON, false, NOON.plusSeconds(20));
        clock.advance(Duration.ofSeconds(21));

        assertThat(courier.deliver(late).toCompletableFuture().join()).isEqualTo(new Outcome.NotYet(clock.instant()));
        verify(intercom, never()).reply(any(), any(), any(), any());
    }

    @Test
    void whatHadToStandInLineIsLookedAtAgainAndNotSentTooLate() {
        allowReplies();
        when(drafts.find(12)).thenReturn(Optional.of(draft(Draft.Kind.REPLY)));
        AtomicReference<Supplier<String>> text = new AtomicReference<>();
        when(intercom.reply(any(), any(), any(), any())).thenAnswer(call -> {
            text.set(call.getArgument(3));
            return new CompletableFuture<>();
        });
        courier.deliver(new Attempt(1, attempt(12, false).message(), 0, NOON, false, NOON.plusSeconds(20)));

        clock.advance(Duration.ofSeconds(20));
        assertThat(text.get().get()).isEqualTo("<p>Please look</p>");
        when(drafts.find(12)).thenReturn(Optional.empty());
        assertThatThrownBy(() -> text.get().get()).as("discarded meanwhile").isInstanceOf(IllegalStateException.class);
        when(drafts.find(12)).thenReturn(Optional.of(draft(Draft.Kind.REPLY)));
        clock.advance(Duration.ofMillis(1));
        assertThatThrownBy(() -> text.get().get()).as("too late").isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatWasDiscardedIsNotSent() {
        assertThat(courier.deliver(attempt(99, false)).toCompletableFuture().join()).isInstanceOf(Outcome.Dropped.class);
    }

    private void expectRefused(Draft draft, String code) {
        assertThat(deliver(draft, false)).isEqualTo(new Outcome.Refused(code, code));
        verify(intercom, never()).note(any(), any(), any(), any());
        verify(intercom, never()).reply(any(), any(), any(), any());
    }

    private void allowReplies() {
        when(settings.now(DEMO)).thenReturn(ProjectSettings.DEFAULTS.with(Switch.CUSTOMER_REPLIES, true));
    }

    private Outcome deliver(Draft draft, boolean mayHaveBeenSent) {
        when(drafts.find(draft.id())).thenReturn(Optional.of(draft));
        return courier.deliver(attempt(draft.id(), mayHaveBeenSent)).toCompletableFuture().join();
    }

    private static Attempt attempt(long draft, boolean mayHaveBeenSent) {
        return new Attempt(1, new Message("ecahpwf5", "10000", "ecahpwf5:215", "part:" + draft, Drafts.TYPE, String.valueOf(draft)), 0, NOON, mayHaveBeenSent);
    }

    private static Draft draft(Draft.Kind kind) {
        return new Draft(12, LINK.id(), DEMO_7, "JIRAUSER1", kind, "Please look", NOON);
    }

    private static Conversation thread(Part... parts) {
        return new Conversation(CONVERSATION, "Checkout", "Hi", Conversation.State.OPEN, null, NOON, NOON, List.of(parts));
    }
}
