package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.notification.Samples.ACME;
import static org.intercomjira.notification.Samples.DEMO;
import static org.intercomjira.notification.Samples.DEMO_7;
import static org.intercomjira.notification.Samples.MOVED;
import static org.intercomjira.notification.Samples.TO_DONE;
import static org.intercomjira.notification.Samples.link;
import static org.intercomjira.notification.Samples.settings;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.delivery.Attempt;
import org.intercomjira.delivery.JudgedFact;
import org.intercomjira.delivery.KnownFact;
import org.intercomjira.delivery.Message;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.delivery.Outcome;
import org.intercomjira.link.Link;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.link.LinkService;
import org.intercomjira.recovery.RecoveryTimes;
import org.intercomjira.recovery.Silence;
import org.intercomjira.recovery.Silences;
import org.intercomjira.settings.ProjectSettingsService;
import org.intercomjira.settings.SettingsChangeTimes;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionCourierTest {
    private static final Instant RAN = Instant.parse("2026-11-20T12:00:00Z");
    private static final TransitionWish WISH = new TransitionWish(DEMO_7.value(), 7, "1", "3", FunctionWish.REOPEN);

    private final IssueManager issues = mock(IssueManager.class);
    private final ConnectionService connections = mock(ConnectionService.class);
    private final ProjectSettingsService settings = mock(ProjectSettingsService.class);
    private final SettingsChangeTimes settingsTimes = mock(SettingsChangeTimes.class);
    private final LinkService links = mock(LinkService.class);
    private final TransitionHistory history = mock(TransitionHistory.class);
    private final IssueHistory issueHistory = mock(IssueHistory.class);
    private final Silences silences = mock(Silences.class);
    private final Outbox outbox = mock(Outbox.class);
    private final MutableIssue issue = Samples.issue();
    private final Map<String, KnownFact> known = new HashMap<>();
    private final List<Message> enqueued = new ArrayList<>();

    @BeforeEach
    void aTransitionHasBeenMade() {
        when(issues.getIssueObject(DEMO_7.value())).thenReturn(issue);
        when(connections.findNow(DEMO)).thenReturn(Optional.of(Samples.connection(ConnectionState.CONNECTED)));
        when(settings.now(DEMO)).thenReturn(settings(true, false));
        when(settingsTimes.changedAt(eq(DEMO), any())).thenReturn(Instant.EPOCH);
        when(links.linksNowOf(DEMO_7)).thenReturn(List.of(link(ACME, "215", false)));
        when(history.find(eq(issue), eq(WISH), any())).thenReturn(Optional.of(MOVED.withFunction(FunctionWish.REOPEN, TO_DONE, 7)));
        when(outbox.enqueue(any())).thenAnswer(call -> {
            Message message = call.getArgument(0);
            return isNew(message) && enqueued.add(message);
        });
        when(outbox.known(any())).thenReturn(known);
        when(outbox.uncover(any(), any())).thenAnswer(call -> {
            List<Message> added = call.<JudgedFact>getArgument(0).messages().stream().filter(this::isNew).toList();
            enqueued.addAll(added);
            return added;
        });
    }

    private boolean isNew(Message message) {
        return known.put(message.dedupeKey(), new KnownFact(true, null)) == null;
    }

    @Test
    void aTransitionThatWasCoveredBecauseItsTriggerWasOffIsSaidAfterAll() {
        known.put("change:20311", new KnownFact(false, "trigger_off"));

        assertThat(deliver()).isEqualTo(new Outcome.Delivered());
        assertThat(enqueued).extracting(Message::dedupeKey).containsExactly("change:20311:215");
    }

    @ParameterizedTest
    @ValueSource(strings = {"security_level", "silent_bulk", "linking_off", "archived", "no_event", "settings_changed"})
    void aTransitionThatWasCoveredForAnyOtherReasonStaysCovered(String reason) {
        known.put("change:20311", new KnownFact(false, reason));

        assertThat(deliver()).isEqualTo(new Outcome.Dropped(reason));
        assertThat(enqueued).isEmpty();
        verify(outbox, never()).uncover(any(), any());
    }

    @Test
    void theEventComesFirst() {
        assertThat(deliverAfter(Duration.ofSeconds(1))).isEqualTo(new Outcome.NotYet(RAN.plusSeconds(20)));
        verifyNoInteractions(outbox, history);
    }

    @Test
    void whatTheEventHasDoneIsNotDoneAgain() {
        known.put("change:20311:215", new KnownFact(true, null));
        known.put("reopen:change:20311", new KnownFact(false, "together"));

        assertThat(deliver()).isEqualTo(new Outcome.Delivered());
        assertThat(enqueued).isEmpty();
    }

    @Test
    void withoutAnEventTheTransitionIsToldFromTheHistory() {
        assertThat(deliver()).isEqualTo(new Outcome.Delivered());
        assertThat(enqueued).extracting(Message::dedupeKey).containsExactly("change:20311:215");
        assertThat(NotePayload.fromJson(enqueued.get(0).payload()).orElseThrow().function()).isEqualTo(FunctionWish.REOPEN);
    }

    @Test
    void whatNoEventHasJudgedIsNotToldIfSomebodyMadeABulkChangeWithoutMailThen() {
        when(silences.since(RAN.minus(RecoveryTimes.MAX_CLOCK_DIFFERENCE))).thenReturn(List.of(new Silence("somebody", null, RAN, RAN.plusSeconds(1))));

        assertThat(deliver()).isEqualTo(new Outcome.Dropped("transition.may_be_hidden"));
        assertThat(enqueued).isEmpty();
    }

    @Test
    void whatNoEventHasJudgedIsToldIfOnlySomethingElseWasSilentThen() {
        when(silences.since(any())).thenReturn(List.of(new Silence("somebody", null, RAN.minusSeconds(600), RAN.minusSeconds(500)), new Silence(null, "conversation", RAN, RAN)));

        assertThat(deliver()).isEqualTo(new Outcome.Delivered());
        assertThat(enqueued).hasSize(1);
    }

    @Test
    void whatNoEventHasJudgedIsNotToldIfTheIssueWasHiddenSince() {
        when(issueHistory.hiddenSince(issue, RAN.minus(RecoveryTimes.MAX_CLOCK_DIFFERENCE))).thenReturn(Optional.of(CoverReason.SECURITY_LEVEL));

        assertThat(deliver()).isEqualTo(new Outcome.Dropped("transition.may_be_hidden"));
        assertThat(enqueued).isEmpty();
    }

    /** Linking may have been off when the transition was made. */
    @Test
    void whatNoEventHasJudgedIsNotToldIfTheSettingsWereChangedSince() {
        when(settingsTimes.changedAt(DEMO, settings(true, false))).thenReturn(RAN.minus(RecoveryTimes.MAX_CLOCK_DIFFERENCE));

        assertThat(deliver()).isEqualTo(new Outcome.Dropped("transition.may_be_hidden"));
        assertThat(enqueued).isEmpty();
    }

    @Test
    void whatItsEventHasJudgedKeepsItsVerdictWhateverWasSilentThen() {
        known.put("change:20311:215", new KnownFact(true, null));
        when(silences.since(any())).thenReturn(List.of(new Silence("somebody", null, RAN, RAN.plusSeconds(1))));

        assertThat(deliver()).isEqualTo(new Outcome.Delivered());
    }

    @Test
    void aNoteThatWentOutWithoutTheWishIsFollowedByTheOpening() {
        known.put("change:20311:215", new KnownFact(true, null));

        deliver();

        assertThat(enqueued).extracting(Message::dedupeKey).containsExactly("reopen:change:20311:215");
        assertThat(NotePayload.fromJson(enqueued.get(0).payload()).orElseThrow().isLate()).isTrue();
    }

    @Test
    void aTransitionThatIsNotStoredYetIsWaitedFor() {
        when(history.find(any(), any(), any())).thenReturn(Optional.empty());

        assertThat(deliver()).isEqualTo(new Outcome.NotYet(RAN.plusSeconds(41)));
    }

    @Test
    void aTransitionThatWasRolledBackIsForgotten() {
        when(history.find(any(), any(), any())).thenReturn(Optional.empty());

        assertThat(deliverAfter(Duration.ofMinutes(10))).isEqualTo(new Outcome.Dropped("transition.not_found"));
    }

    @Test
    void whileTheProjectMayBeConnectedAgainTheWishIsKept() {
        when(connections.findNow(DEMO)).thenReturn(Optional.empty());
        when(connections.isAwaited(DEMO)).thenReturn(true);

        assertThat(deliver()).isEqualTo(new Outcome.NotYet(RAN.plusSeconds(81)));
    }

    @Test
    void aConversationThatWasLinkedAfterTheTransitionGetsNoNote() {
        Link later = new Link(2, DEMO_7, DEMO, ACME, new ConversationId("216"), "a", RAN.plusSeconds(5), Link.FROM_JIRA, false);
        when(links.linksNowOf(DEMO_7)).thenReturn(List.of(link(ACME, "215", false), later));

        deliver();

        assertThat(enqueued).extracting(Message::dedupeKey).containsExactly("change:20311:215");
    }

    @Test
    void withLinkingOffNothingIsDone() {
        when(settings.now(DEMO)).thenReturn(settings(false, true));

        assertThat(deliver()).isEqualTo(new Outcome.Dropped("notification.switched_off"));
        assertThat(enqueued).isEmpty();
    }

    @Test
    void anIssueWithASecurityLevelIsNotToldOf() {
        when(issue.getSecurityLevelId()).thenReturn(1L);

        assertThat(deliver()).isInstanceOf(Outcome.Dropped.class);
        assertThat(enqueued).isEmpty();
    }

    private Outcome deliver() {
        return deliverAfter(Duration.ofSeconds(21));
    }

    private Outcome deliverAfter(Duration time) {
        FunctionCourier courier = new FunctionCourier(issues, connections, settings, settingsTimes, links, history, issueHistory, silences, outbox,
                Clock.fixed(RAN.plus(time), ZoneOffset.UTC));
        Message message = new Message("function", "0", "function:1", "function-run:7", "function", WISH.toJson());
        return courier.deliver(new Attempt(1, message, 0, RAN, false)).toCompletableFuture().join();
    }
}
