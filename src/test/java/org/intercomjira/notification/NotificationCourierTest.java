package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.intercomjira.notification.Samples.ACCESS;
import static org.intercomjira.notification.Samples.ACME;
import static org.intercomjira.notification.Samples.DEMO;
import static org.intercomjira.notification.Samples.DEMO_7_PAGE;
import static org.intercomjira.notification.Samples.MOVE;
import static org.intercomjira.notification.Samples.attempt;
import static org.intercomjira.notification.Samples.link;
import static org.intercomjira.notification.Samples.withNotes;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.delivery.Attempt;
import org.intercomjira.delivery.Message;
import org.intercomjira.delivery.Outcome;
import org.intercomjira.intercom.Answer;
import org.intercomjira.intercom.Author;
import org.intercomjira.intercom.Conversation;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.Failure;
import org.intercomjira.intercom.Part;
import org.intercomjira.intercom.IntercomClient;
import org.intercomjira.intercom.TeammateId;
import org.intercomjira.link.Link;
import org.intercomjira.link.LinkService;
import org.intercomjira.testing.ManualClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.InOrder;

class NotificationCourierTest {
    private static final ConversationId CONVERSATION = new ConversationId("215");
    private static final TeammateId APP_USER = new TeammateId("5017691");
    private static final Instant LATER = Instant.parse("2026-11-20T12:00:10Z");
    private static final String HTML = "<p>moved</p>";
    private static final String MARKED = "<p><a href=\"" + DEMO_7_PAGE + "#change-20311\">DEMO-7</a></p>";

    private final NotePreparation preparation = mock(NotePreparation.class);
    private final IntercomClient intercom = mock(IntercomClient.class);
    private final ConnectionService connections = mock(ConnectionService.class);
    private final LinkService links = mock(LinkService.class);
    private final ManualClock clock = new ManualClock(LATER);
    private final NotificationCourier courier = new NotificationCourier(preparation, intercom, connections, links, clock);
    private final Connection connection = Samples.connection(ConnectionState.CONNECTED);
    private final Link link = link(ACME, "215", false);

    @BeforeEach
    void prepare() {
        when(preparation.prepare(any(), any())).thenReturn(new Preparation.Ready(note(Reopening.NO, false)));
        when(intercom.note(eq(ACCESS), eq(CONVERSATION), eq(APP_USER), says(HTML))).thenReturn(done(new Answer.Ok<>(withNotes(HTML))));
    }

    @Test
    void itCarriesNotes() {
        assertThat(courier.type()).isEqualTo("note");
    }

    @Test
    void aNoteIsPostedAsTheAppUserAndItsSuccessIsRemembered() {
        assertThat(deliver(attempt(false))).isEqualTo(new Outcome.Delivered());

        verify(intercom).note(eq(ACCESS), eq(CONVERSATION), eq(APP_USER), says(HTML));
        verify(intercom, never()).conversation(any(), any());
        verify(connections).recordSuccess(DEMO);
        verify(links).seen(link, withNotes(HTML));
    }

    @Test
    void whatIsNoLongerToBeSentIsNotSent() {
        when(preparation.prepare(any(), any())).thenReturn(new Preparation.Ended(new Outcome.Dropped("link.removed")));

        assertThat(deliver(attempt(false))).isEqualTo(new Outcome.Dropped("link.removed"));
        verifyNoInteractions(intercom);
    }

    @Test
    void aMessageThatCannotBeReadIsRefused() {
        Attempt unreadable = new Attempt(1, new Message("l", "s", "o", "d", "note", "{"), 0, LATER, false);

        assertThat(deliver(unreadable)).isInstanceOf(Outcome.Refused.class);
        verifyNoInteractions(intercom);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new Failure.RateLimited(LATER), new Outcome.RateLimited(LATER)),
                Arguments.of(new Failure.AuthorisationLost("unauthorized", "m"), new Outcome.AuthorisationLost("authorisation_lost")),
                Arguments.of(new Failure.NotSubscribed("m"), new Outcome.AuthorisationLost("not_subscribed")),
                Arguments.of(new Failure.Forbidden("forbidden", "m"), new Outcome.Refused("forbidden", "m")),
                Arguments.of(new Failure.NotFound("not_found", "m"), new Outcome.Refused("not_found", "m")),
                Arguments.of(new Failure.Refused(400, "parameter_invalid", "m"), new Outcome.Refused("parameter_invalid", "m")),
                Arguments.of(new Failure.Unreachable("r"), new Outcome.Unreachable("r")),
                Arguments.of(new Failure.Unknown("r"), new Outcome.Unknown("r")));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aFailedPostHasItsOutcome(Failure failure, Outcome outcome) {
        when(intercom.note(any(), any(), any(), anyText())).thenReturn(done(new Answer.Failed<>(failure)));

        assertThat(deliver(attempt(false))).isEqualTo(outcome);
        verify(connections, never()).recordSuccess(any());
    }

    @Test
    void aLostAuthorisationBreaksTheConnectionWhoseTokenWasUsed() {
        when(intercom.note(any(), any(), any(), anyText())).thenReturn(done(new Answer.Failed<>(new Failure.AuthorisationLost("c", "m"))));

        deliver(attempt(false));

        verify(connections).markBroken(DEMO, ACCESS, "authorisation_lost");
    }

    @Test
    void aConversationThatIsGoneMarksItsLink() {
        when(intercom.note(any(), any(), any(), anyText())).thenReturn(done(new Answer.Failed<>(new Failure.NotFound("c", "m"))));

        deliver(attempt(false));

        verify(links).markGone(link);
    }

    @Test
    void aNoteThatArrivedAfterAllIsNotSentAgain() {
        look(new Answer.Ok<>(withNotes("<a href=\"" + DEMO_7_PAGE + "#change-20311\">DEMO-7</a>")));

        assertThat(deliver(attempt(true))).isEqualTo(new Outcome.Delivered());
        verify(intercom, never()).note(any(), any(), any(), anyText());
        verify(connections).recordSuccess(DEMO);
    }

    /** Between the call and the look Jira got another base URL, and the project another app user; the note woke the conversation. */
    @ParameterizedTest
    @ValueSource(strings = {"http://jira.example.org/jira", "https://issues.example.com"})
    void aNoteThatAFormerAppUserWroteUnderAFormerBaseUrlIsNotSentAgain(String formerBaseUrl) {
        Part written = new Part("7", "note_and_unsnooze", "<p><a href=\"" + formerBaseUrl + "/browse/DEMO-7#change-20311\" rel=\"nofollow\">DEMO-7</a></p>", LATER,
                new Author("admin", "5017699", "A former app user", null));
        look(new Answer.Ok<>(new Conversation(CONVERSATION, "s", "e", Conversation.State.OPEN, null, LATER, LATER, List.of(written))));

        assertThat(deliver(attempt(true))).isEqualTo(new Outcome.Delivered());
        verify(intercom, never()).note(any(), any(), any(), anyText());
    }

    @Test
    void aNoteThatDidNotArriveIsSentAgain() {
        look(new Answer.Ok<>(withNotes("<a href=\"" + DEMO_7_PAGE + "#change-20310\">DEMO-7</a>")));

        assertThat(deliver(attempt(true))).isEqualTo(new Outcome.Delivered());
        verify(intercom).note(eq(ACCESS), eq(CONVERSATION), eq(APP_USER), says(HTML));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aLookThatFailsSendsNothing(Failure failure, Outcome outcome) {
        look(new Answer.Failed<>(failure));

        assertThat(deliver(attempt(true))).isEqualTo(outcome);
        verify(intercom, never()).note(any(), any(), any(), anyText());
    }

    @Test
    void aClosedConversationIsOpenedAfterTheNote() {
        wants(Reopening.OPEN, false);
        when(intercom.note(eq(ACCESS), eq(CONVERSATION), eq(APP_USER), says(HTML))).thenReturn(done(new Answer.Ok<>(in(Conversation.State.CLOSED, MARKED))));
        when(intercom.open(ACCESS, CONVERSATION, APP_USER)).thenReturn(done(new Answer.Ok<>(withNotes(HTML))));

        assertThat(deliver(attempt(false))).isEqualTo(new Outcome.Delivered());
        verify(intercom).open(ACCESS, CONVERSATION, APP_USER);
        verify(intercom, never()).unassign(any(), any(), any());
    }

    @Test
    void aSnoozedConversationBelongsToNobodyBeforeItIsOpened() {
        wants(Reopening.OPEN_UNASSIGNED, false);
        when(intercom.note(eq(ACCESS), eq(CONVERSATION), eq(APP_USER), says(HTML))).thenReturn(done(new Answer.Ok<>(in(Conversation.State.SNOOZED, MARKED))));
        when(intercom.unassign(ACCESS, CONVERSATION, APP_USER)).thenReturn(done(new Answer.Ok<>(withNotes(HTML))));
        when(intercom.open(ACCESS, CONVERSATION, APP_USER)).thenReturn(done(new Answer.Ok<>(withNotes(HTML))));

        assertThat(deliver(attempt(false))).isEqualTo(new Outcome.Delivered());
        InOrder order = inOrder(intercom);
        order.verify(intercom).note(eq(ACCESS), eq(CONVERSATION), eq(APP_USER), says(HTML));
        order.verify(intercom).unassign(ACCESS, CONVERSATION, APP_USER);
        order.verify(intercom).open(ACCESS, CONVERSATION, APP_USER);
    }

    @Test
    void anOpenConversationIsLeftAlone() {
        wants(Reopening.OPEN_UNASSIGNED, false);

        assertThat(deliver(attempt(false))).isEqualTo(new Outcome.Delivered());
        verify(intercom, never()).open(any(), any(), any());
        verify(intercom, never()).unassign(any(), any(), any());
    }

    /** Or else the next try would write the note again: it looks only after an unknown outcome. */
    @ParameterizedTest
    @MethodSource("failures")
    void whateverKeepsAConversationFromBeingOpenedIsUnknown(Failure failure) {
        wants(Reopening.OPEN, false);
        when(intercom.note(eq(ACCESS), eq(CONVERSATION), eq(APP_USER), says(HTML))).thenReturn(done(new Answer.Ok<>(in(Conversation.State.CLOSED, MARKED))));
        when(intercom.open(any(), any(), any())).thenReturn(done(new Answer.Failed<>(failure)));

        assertThat(deliver(attempt(false))).isEqualTo(new Outcome.Unknown("not_opened"));
    }

    @Test
    void theNextTryOpensWhatIsStillClosed() {
        wants(Reopening.OPEN, false);
        look(new Answer.Ok<>(in(Conversation.State.CLOSED, MARKED)));
        when(intercom.open(any(), any(), any())).thenReturn(done(new Answer.Ok<>(withNotes(HTML))));

        assertThat(deliver(attempt(true))).isEqualTo(new Outcome.Delivered());
        verify(intercom, never()).note(any(), any(), any(), anyText());
        verify(intercom).open(ACCESS, CONVERSATION, APP_USER);
    }

    @Test
    void theNextTryDoesNotOpenWhatWasOpenedAndClosedSince() {
        wants(Reopening.OPEN, false);
        Conversation closed = in(Conversation.State.CLOSED, MARKED);
        List<Part> parts = new ArrayList<>(closed.parts());
        parts.add(new Part("8", "open", null, LATER, null));
        parts.add(new Part("9", "close", null, LATER, null));
        look(new Answer.Ok<>(new Conversation(closed.id(), "s", "e", closed.state(), null, LATER, LATER, parts)));

        assertThat(deliver(attempt(true))).isEqualTo(new Outcome.Delivered());
        verify(intercom, never()).open(any(), any(), any());
    }

    @Test
    void aLateWishWritesNoNote() {
        wants(Reopening.OPEN, true);
        look(new Answer.Ok<>(in(Conversation.State.CLOSED, "<p>another note</p>")));

        assertThat(deliver(attempt(false))).isEqualTo(new Outcome.Dropped("note.missing"));
        look(new Answer.Ok<>(in(Conversation.State.CLOSED, MARKED)));
        when(intercom.open(any(), any(), any())).thenReturn(done(new Answer.Ok<>(withNotes(HTML))));
        assertThat(deliver(attempt(false))).isEqualTo(new Outcome.Delivered());
        verify(intercom, never()).note(any(), any(), any(), anyText());
        verify(intercom).open(ACCESS, CONVERSATION, APP_USER);
    }

    @Test
    void whatHadToStandInLineIsLookedAtAgain() {
        AtomicReference<Supplier<String>> text = new AtomicReference<>();
        when(intercom.note(any(), any(), any(), anyText())).thenAnswer(call -> {
            text.set(call.getArgument(3));
            return new CompletableFuture<>();
        });
        courier.deliver(attempt(false));
        clock.advance(Duration.ofSeconds(5));

        Note note = note(Reopening.NO, false);
        when(preparation.prepareAgain(eq(note), any(), any())).thenReturn(new Preparation.Ended(new Outcome.NotYet(clock.instant())));
        assertThatThrownBy(() -> text.get().get()).isInstanceOf(IllegalStateException.class);
        when(preparation.prepareAgain(eq(note), any(), any())).thenReturn(new Preparation.Ready(note));
        assertThat(text.get().get()).isEqualTo(HTML);
        verify(preparation).prepare(any(), any());
    }

    /** A comment may be restricted while the conversation is read. */
    @Test
    void whatWasPreparedBeforeALookIsLookedAtAgain() {
        when(intercom.conversation(ACCESS, CONVERSATION)).thenAnswer(call -> {
            clock.advance(Duration.ofSeconds(5));
            return done(new Answer.Ok<>(withNotes()));
        });
        AtomicReference<Supplier<String>> text = new AtomicReference<>();
        when(intercom.note(any(), any(), any(), anyText())).thenAnswer(call -> {
            text.set(call.getArgument(3));
            return new CompletableFuture<>();
        });
        when(preparation.prepareAgain(any(), any(), any())).thenReturn(new Preparation.Ended(new Outcome.Dropped("notification.nothing_to_tell")));

        courier.deliver(attempt(true));

        assertThatThrownBy(() -> text.get().get()).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whatStoodInLineForSoLongThatAnotherNodeMayHaveTakenItUpIsNotSent() {
        AtomicReference<Supplier<String>> text = new AtomicReference<>();
        when(intercom.note(any(), any(), any(), anyText())).thenAnswer(call -> {
            text.set(call.getArgument(3));
            return new CompletableFuture<>();
        });
        Attempt attempt = attempt(false);
        courier.deliver(new Attempt(attempt.id(), attempt.message(), 0, attempt.createdAt(), false, clock.instant().plusSeconds(20)));

        when(preparation.prepareAgain(any(), any(), any())).thenReturn(new Preparation.Ready(note(Reopening.NO, false)));
        clock.advance(Duration.ofSeconds(20));
        assertThat(text.get().get()).isEqualTo(HTML);
        clock.advance(Duration.ofMillis(1));
        assertThatThrownBy(() -> text.get().get()).isInstanceOf(IllegalStateException.class);
    }

    private void wants(Reopening reopening, boolean isLate) {
        when(preparation.prepare(any(), any())).thenReturn(new Preparation.Ready(note(reopening, isLate)));
    }

    private Note note(Reopening reopening, boolean isLate) {
        return new Note(connection, ACCESS, CONVERSATION, link, DEMO_7_PAGE, MOVE, null, HTML, reopening, isLate);
    }

    private static Conversation in(Conversation.State state, String note) {
        Conversation open = withNotes(note);
        return new Conversation(open.id(), "s", "e", state, null, LATER, LATER, open.parts());
    }

    private void look(Answer<Conversation> answer) {
        when(intercom.conversation(ACCESS, CONVERSATION)).thenReturn(done(answer));
    }

    private Outcome deliver(Attempt attempt) {
        return courier.deliver(attempt).toCompletableFuture().join();
    }

    private static CompletableFuture<Answer<Conversation>> done(Answer<Conversation> answer) {
        return CompletableFuture.completedFuture(answer);
    }

    private static Supplier<String> says(String html) {
        return argThat(text -> text != null && text.get().equals(html));
    }

    private static Supplier<String> anyText() {
        return any();
    }
}
