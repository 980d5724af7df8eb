package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.comments.Comment;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.delivery.Attempt;
import org.intercomjira.delivery.KnownFact;
import org.intercomjira.delivery.Message;
import org.intercomjira.delivery.Outcome;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.recovery.RecoveryTimes;
import org.intercomjira.recovery.RecoveryWindow;
import org.intercomjira.recovery.RecoveryWindows;
import org.intercomjira.recovery.Scope;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MissedEventsTest {
    private final RecoveryScene scene = new RecoveryScene();
    private final IssueManager issues = mock(IssueManager.class);
    private final RecoveryWindows windows = mock(RecoveryWindows.class);
    private final MissedEvents missed = new MissedEvents(issues, scene.history, scene.connections, scene.links, scene.outbox, windows, scene.recovery, scene.clock);

    @BeforeEach
    void prepare() {
        when(issues.getIssueObject(Samples.DEMO_7.value())).thenReturn(scene.issue);
        when(windows.since()).thenReturn(Instant.EPOCH);
        when(windows.around(any(), any(), any())).thenReturn(List.of());
        when(windows.wouldBeOpen()).thenReturn(true);
    }

    @Test
    void aNoteWhoseEarlierFactsAreAllKnownGoesAtOnce() {
        scene.moved(1, 500);
        scene.moved(2, 510);
        scene.commented(3, 520, "It works");
        scene.moved(4, 530);
        scene.hasNote(1, true);
        scene.known.put("change:2", new KnownFact(false, "trigger_off"));
        scene.known.put("comment:3", new KnownFact(false, "together"));

        assertThat(missed.before(attempt(4, 540))).isEmpty();
        verify(scene.outbox, never()).cover(any());
    }

    @Test
    void anEarlierFactThatWasLostInAWindowGoesFirst() {
        scene.moved(1, 500);
        scene.moved(2, 510);
        scene.hasNote(2, true);
        when(windows.around(any(), any(), any())).thenReturn(List.of(scene.window(480, 640)));

        assertThat(missed.before(attempt(2, 511))).contains(new Outcome.NotYet(scene.clock.instant()));
        assertThat(scene.recovered.get("change:1:215").later()).containsExactly("change:2:215");
        assertThat(missed.before(attempt(2, 511))).as("it is known now").isEmpty();
    }

    @Test
    void aCommentWaitsForATransitionThatLostItsEvent() {
        scene.moved(1, 500);
        scene.commented(7, 510, "It works");
        scene.known.put("comment:7:215", new KnownFact(true, null));
        when(windows.around(any(), any(), any())).thenReturn(List.of(scene.window(480, 640)));

        assertThat(missed.before(commentAttempt(7, 511))).contains(new Outcome.NotYet(scene.clock.instant()));
        assertThat(scene.recovered).containsOnlyKeys("change:1:215");
    }

    /** Somebody corrects a typing error before the note goes out. */
    @Test
    void aCommentThatWasEditedWaitsForATransitionThatLostItsEvent() {
        scene.moved(1, 598);
        Comment edited = scene.commented(7, 599, "It works");
        when(edited.getUpdated()).thenReturn(Date.from(scene.start.plusSeconds(600)));
        scene.known.put("comment:7:215", new KnownFact(true, null));

        assertThat(missed.before(commentAttempt(7, 599))).contains(new Outcome.NotYet(scene.clock.instant().plusSeconds(3)));
    }

    @Test
    void aWindowThatIsNotDueYetIsWaitedFor() {
        scene.moved(1, 595);
        scene.moved(2, 598);
        Instant due = scene.clock.instant().plusSeconds(8);
        when(windows.around(any(), any(), any())).thenReturn(List.of(new RecoveryWindow(1, Scope.all(), "node_ended", scene.start, due, due, due, 0, 0, false)));

        assertThat(missed.before(attempt(2, 599))).contains(new Outcome.NotYet(due));
    }

    /** Its event may be under way: only a window that is due says that it is lost. */
    @Test
    void aWindowThatIsNotDueYetRecoversNothing() {
        scene.moved(1, 500);
        scene.moved(2, 510);
        Instant due = scene.clock.instant().plusSeconds(8);
        when(windows.around(any(), any(), any())).thenReturn(List.of(new RecoveryWindow(1, Scope.all(), "node_ended", scene.start, due, due, due, 0, 0, false)));

        assertThat(missed.before(attempt(2, 511))).contains(new Outcome.NotYet(due));
        assertThat(scene.recovered).isEmpty();
    }

    @Test
    void outsideEveryWindowTheNoteWaitsUntilADeathWouldHaveBeenNoticed() {
        scene.moved(1, 595);
        scene.moved(2, 598);
        Attempt attempt = attempt(2, 599);

        assertThat(missed.before(attempt)).contains(new Outcome.NotYet(scene.clock.instant().plusSeconds(3)));
        verify(scene.outbox, never()).cover(any());
        scene.clock.advance(RecoveryTimes.NOTICE_TIME);

        assertThat(missed.before(attempt)).isEmpty();
        assertThat(scene.known).containsEntry("change:1", new KnownFact(false, "no_event"));
    }

    /** A comment has no chain: by the clock of its node it may have been made a minute later than it says, and its node may have died just now. */
    @Test
    void aCommentIsNotTakenForEventlessBeforeADeathWouldHaveBeenNoticedByAnyClock() {
        scene.commented(1, 595, "It works");
        scene.moved(2, 598);
        Attempt attempt = attempt(2, 100);

        assertThat(missed.before(attempt)).contains(new Outcome.NotYet(scene.clock.instant().plusSeconds(3)));
        verify(scene.outbox, never()).cover(any());
        scene.clock.advance(RecoveryTimes.NOTICE_TIME.plus(RecoveryTimes.MAX_CLOCK_DIFFERENCE));

        assertThat(missed.before(attempt)).isEmpty();
        assertThat(scene.known).containsEntry("comment:1", new KnownFact(false, "no_event"));
    }

    /** Recovery leaves alone what lies ahead of its clock, so it must not be covered before. */
    @Test
    void aChangeOfANodeWhoseClockIsAheadIsNotTakenForEventless() {
        scene.moved(1, 630);
        scene.moved(2, 631);
        Attempt attempt = attempt(2, 100);

        assertThat(missed.before(attempt)).contains(new Outcome.NotYet(scene.clock.instant().plusSeconds(3)));
        verify(scene.outbox, never()).cover(any());
        scene.clock.advance(RecoveryTimes.NOTICE_TIME);

        assertThat(missed.before(attempt)).isEmpty();
    }

    /** Jira has just started: the death of the run before it has not been noticed, however old the note is. */
    @Test
    void aRunThatHasNotWatchedForLongEnoughCoversNothing() {
        when(windows.wouldBeOpen()).thenReturn(false);
        scene.moved(1, 500);
        scene.moved(2, 510);
        scene.clock.advance(Duration.ofMinutes(10));
        Attempt attempt = attempt(2, 511);

        assertThat(missed.before(attempt)).contains(new Outcome.NotYet(scene.clock.instant().plusSeconds(3)));
        verify(scene.outbox, never()).cover(any());
        when(windows.wouldBeOpen()).thenReturn(true);

        assertThat(missed.before(attempt)).isEmpty();
        assertThat(scene.known).containsEntry("change:1", new KnownFact(false, "no_event"));
    }

    /** Recovery had made this note, and it was being tried, when the event came and said that nobody is to be told. */
    @Test
    void aNoteWhoseEventKeepsItBackIsNotTriedAgain() {
        scene.moved(2, 510);
        scene.hasNote(2, true);
        scene.known.put("change:2", new KnownFact(false, "withdrawn"));

        assertThat(missed.before(attempt(2, 511))).contains(new Outcome.Dropped("withdrawn"));
    }

    @Test
    void aScriptsChangeOfTenMinutesAgoHoldsUpNothing() {
        scene.clock.advance(Duration.ofMinutes(10));
        scene.moved(1, 300);
        scene.moved(2, 1_195);

        assertThat(missed.before(attempt(2, 1_196))).isEmpty();
        assertThat(scene.known).containsEntry("change:1", new KnownFact(false, "no_event"));
    }

    /** The node of the earlier change stood still between Jira's commit and its event. */
    @Test
    void theChangeThatThisOneBeginsWithGoesFirstThoughItsEventCameLater() {
        scene.moved(1, 500);
        scene.moved(2, 510);
        scene.hasNote(1, true);
        scene.hasNote(2, true);
        when(scene.outbox.advance("ecahpwf5", "change:1:215")).thenReturn(true);

        assertThat(missed.before(attempt(2, 511))).contains(new Outcome.NotYet(scene.clock.instant()));
        scene.hasNote(1, false);
        assertThat(missed.before(attempt(2, 511))).as("it is there").isEmpty();
    }

    @Test
    void aCommentBetweenTwoTransitionsDoesNotHideThatTheFirstIsStillBehind() {
        scene.moved(1, 500);
        scene.commented(7, 505, "It works");
        scene.moved(2, 510);
        scene.hasNote(1, true);
        scene.known.put("comment:7:215", new KnownFact(true, null));
        scene.hasNote(2, true);
        when(scene.outbox.advance("ecahpwf5", "change:1:215")).thenReturn(true);

        assertThat(missed.before(attempt(2, 511))).contains(new Outcome.NotYet(scene.clock.instant()));
    }

    /** There and back again: only what led to the first of both tells which way round they were made. */
    @Test
    void theWayThereGoesBeforeTheWayBack() {
        scene.moved(1, 500, 5, 1);
        scene.moved(2, 505, 1, 2);
        scene.moved(3, 510, 2, 1);
        scene.hasNote(1, false);
        scene.hasNote(2, true);
        scene.hasNote(3, true);
        when(scene.outbox.advance("ecahpwf5", "change:2:215")).thenReturn(true);

        assertThat(missed.before(attempt(3, 511))).contains(new Outcome.NotYet(scene.clock.instant()));
    }

    /** The clock of the node that made the later round is behind: only its id tells that it is no earlier one. */
    @Test
    void aLaterRoundOfTheWorkflowIsNotTakenForTheEarlierOne() {
        scene.moved(4, 510);
        scene.moved(9, 500, 5, 3);
        scene.hasNote(4, true);
        scene.hasNote(9, true);

        assertThat(missed.before(attempt(4, 511))).isEmpty();
        verify(scene.outbox, never()).advance(any(), any());
    }

    @Test
    void rowsWhoseOrderNothingProvesAreLeftAlone() {
        scene.moved(1, 500);
        scene.moved(5, 510);
        scene.commented(7, 520, "It works");
        scene.hasNote(1, true);
        scene.hasNote(5, true);

        assertThat(missed.before(attempt(5, 511))).isEmpty();
        assertThat(missed.before(commentAttempt(7, 521))).isEmpty();
        verify(scene.outbox, never()).advance(any(), any());
    }

    @Test
    void whatIsOlderThanTheLinkIsNotMissing() {
        scene.links(scene.linkedAt("215", 505));
        scene.moved(1, 500);
        scene.moved(2, 510);

        assertThat(missed.before(attempt(2, 511))).isEmpty();
        verify(scene.outbox, never()).cover(any());
    }

    @Test
    void aConversationThatHadAnEarlierNoteWasLinkedByThenWhateverTheClockOfTheNodeSaid() {
        scene.links(scene.linkedAt("215", 540));
        scene.moved(1, 500);
        scene.moved(2, 505);
        scene.moved(3, 510);
        scene.hasNote(1, false);
        scene.hasNote(3, true);
        when(windows.around(any(), any(), any())).thenReturn(List.of(scene.window(480, 640)));

        assertThat(missed.before(attempt(3, 511))).contains(new Outcome.NotYet(scene.clock.instant()));
        assertThat(scene.recovered).containsOnlyKeys("change:2:215");
    }

    @Test
    void aYoungerLinkToAnotherConversationDoesNotMakeAFactLessMissing() {
        scene.links(scene.linkedAt("300", 505), Samples.link(Samples.ACME, "215", false));
        scene.moved(1, 500);
        scene.moved(2, 510);
        scene.hasNote(2, true);
        scene.known.put("change:2:300", new KnownFact(true, null));
        when(windows.around(any(), any(), any())).thenReturn(List.of(scene.window(480, 640)));

        assertThat(missed.before(attempt(2, 511))).contains(new Outcome.NotYet(scene.clock.instant()));
        assertThat(scene.recovered).containsOnlyKeys("change:1:215");
    }

    @Test
    void whatIsOlderThanTheFirstStartIsNotMissing() {
        when(windows.since()).thenReturn(scene.start.plusSeconds(505));
        scene.moved(1, 500);
        scene.moved(2, 510);

        assertThat(missed.before(attempt(2, 511))).isEmpty();
        verify(scene.outbox, never()).cover(any());
    }

    @Test
    void whatIsOlderThanAnHourIsNotMissing() {
        scene.clock.advance(Duration.ofHours(2));
        scene.moved(1, 500);
        scene.moved(2, 7_790);

        assertThat(missed.before(attempt(2, 7_791))).isEmpty();
        verify(scene.outbox, never()).cover(any());
    }

    @Test
    void aNoteWhoseOwnFactJiraDoesNotHaveWaitsForWhatWasLostBeforeItWasStored() {
        scene.moved(1, 400);
        when(windows.around(any(), any(), any())).thenReturn(List.of(scene.window(380, 640)));

        assertThat(missed.before(attempt(9, 595))).contains(new Outcome.NotYet(scene.clock.instant()));
        assertThat(scene.recovered).containsOnlyKeys("change:1:215");
        assertThat(missed.before(attempt(9, 595))).isEmpty();
    }

    @Test
    void aHistoryThatCannotBeReadHoldsUpTheNoteForAWhileOnly() {
        when(scene.histories.getChangeHistories(any())).thenThrow(new IllegalStateException("poison"));
        Attempt attempt = attempt(2, 599);

        assertThat(missed.before(attempt)).contains(new Outcome.NotYet(scene.clock.instant().plusSeconds(3)));
        scene.clock.advance(RecoveryTimes.NOTICE_TIME);
        assertThat(missed.before(attempt)).isEmpty();
    }

    @Test
    void aHistoryThatEndsInAnErrorHoldsUpTheNoteForAWhileOnly() {
        when(scene.histories.getChangeHistories(any())).thenThrow(new StackOverflowError());
        Attempt attempt = attempt(2, 599);

        assertThat(missed.before(attempt)).contains(new Outcome.NotYet(scene.clock.instant().plusSeconds(3)));
        scene.clock.advance(RecoveryTimes.NOTICE_TIME);
        assertThat(missed.before(attempt)).isEmpty();
    }

    /** Its own fact is older than an hour, so Jira's history of that hour does not hold it: what it holds is younger. */
    @Test
    void aNoteThatHasWaitedForLongCoversNothingThatHappenedAfterIt() {
        scene.clock.advance(Duration.ofHours(3));
        scene.moved(9, 3 * 3_600 + 598);

        assertThat(missed.before(attempt(2, 10))).isEmpty();
        verify(scene.outbox, never()).cover(any());
    }

    @Test
    void messagesOfOtherKindsAreNotLookedAt() {
        assertThat(missed.before(new Attempt(1, new Message("l", "s", "o", "d", "function", "{}"), 0, scene.start, false))).isEmpty();
        assertThat(missed.before(new Attempt(1, new Message("l", "s", "o", "d", "note", "{"), 0, scene.start, false))).isEmpty();
        assertThat(missed.before(new Attempt(1, message("function", noteAbout(Fact.change(2))), 0, scene.start, false))).isEmpty();
        assertThat(missed.before(new Attempt(1, message("note", noteAbout(new Fact(Fact.Kind.LINK, 2))), 0, scene.start, false))).isEmpty();
        verifyNoInteractions(scene.histories);
    }

    private static Message message(String type, NotePayload note) {
        return new Message("l", "s", "o", "d", type, note.toJson());
    }

    private static NotePayload noteAbout(Fact fact) {
        return NotePayload.ofLink(Samples.DEMO_7, fact, null, Samples.ACME, new ConversationId("215"));
    }

    private Attempt attempt(long change, int second) {
        return attempt(new IssueChange(Samples.DEMO_7, Samples.DEMO, null, change, null, Samples.TO_DONE, null, FunctionWish.NONE, 0), second);
    }

    private Attempt commentAttempt(long comment, int second) {
        return attempt(new IssueChange(Samples.DEMO_7, Samples.DEMO, null, null, null, null, new NewComment(comment, "It works", false), FunctionWish.NONE, 0), second);
    }

    private Attempt attempt(IssueChange change, int second) {
        Message message = new Judgement(Samples.settings(true, true), Samples.connection(ConnectionState.CONNECTED), List.of(Samples.link(Samples.ACME, "215", false)),
                own -> false).of(change).get(0).messages().get(0);
        return new Attempt(1, message, 0, scene.start.plusSeconds(second), false);
    }
}
