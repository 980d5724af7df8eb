package org.intercomjira.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.delivery.DeadLetters;
import org.intercomjira.delivery.Message;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.delivery.Progress;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.Region;
import org.intercomjira.intercom.Teammate;
import org.intercomjira.intercom.TeammateId;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.link.Link;
import org.intercomjira.link.LinkService;
import org.intercomjira.platform.IssueId;
import org.intercomjira.platform.ProjectId;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.OnEveryDatabase;
import org.intercomjira.testing.Tables;
import org.intercomjira.testing.TestDatabase;
import org.mockito.ArgumentCaptor;

@Tables(DraftEntity.class)
class DraftsTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final WorkspaceId ACME = new WorkspaceId("ecahpwf5");
    private static final Link LINK = new Link(7, new IssueId(10_100), new ProjectId(10_000), ACME, new ConversationId("215"), "JIRAUSER1", NOON, Link.FROM_JIRA, false);
    private static final Connection CONNECTION = new Connection(new ProjectId(10_000), ACME, "Acme Support", Region.US,
            new Teammate(new TeammateId("5017691"), "Jira app", null, null), ConnectionState.CONNECTED, null, NOON, "JIRAUSER1", NOON);

    private final Outbox outbox = mock(Outbox.class);
    private final DeadLetters dead = mock(DeadLetters.class);
    private final LinkService links = mock(LinkService.class);
    private final ManualClock clock = new ManualClock(NOON);
    private final Drafts drafts;

    private final CopiedDrafts copied;

    DraftsTest(TestDatabase database) {
        drafts = new Drafts(new DraftStore(database.activeObjects()), outbox, dead, links, clock);
        copied = new CopiedDrafts(new DraftStore(database.activeObjects()), drafts);
    }

    @OnEveryDatabase
    void draftsOfACopyGoWithTheirTexts() {
        Draft first = write();
        Draft second = write();

        assertThat(copied.deleteAll()).isEqualTo(2);

        assertThat(drafts.find(first.id())).isEmpty();
        assertThat(drafts.find(second.id())).isEmpty();
        verify(links).markUnsent(7, false);
    }

    @OnEveryDatabase
    void theMessageHoldsTheIdAndTheTableTheText() {
        Draft draft = write();

        verify(outbox).enqueue(argThat(message -> message.payload().equals(String.valueOf(draft.id()))
                && message.orderKey().equals("ecahpwf5:215") && message.sender().equals("10000") && !message.toString().contains("Please look")));
        verify(links).markUnsent(7, true);
        assertThat(drafts.find(draft.id())).contains(draft);
        assertThat(draft.body()).isEqualTo("Please look");
    }

    @OnEveryDatabase
    void withoutAMessageThereIsNoText() {
        when(outbox.enqueue(any())).thenThrow(new IllegalStateException("no"));

        assertThatThrownBy(this::write).isInstanceOf(IllegalStateException.class);
        assertThat(drafts.unsentOf(LINK)).isEmpty();
    }

    @OnEveryDatabase
    void whatWaitsAndWhatFailedIsUnsent() {
        Draft waiting = write();
        Draft failed = write();
        progress(waiting, Progress.State.WAITING, null);
        progress(failed, Progress.State.DEAD, "forbidden");

        assertThat(drafts.unsentOf(LINK)).extracting(Drafts.Sent::isFailed).containsExactly(false, true);
    }

    @OnEveryDatabase
    void whatIsDoneIsForgottenEvenIfTheCourierCouldNot() {
        Draft draft = write();
        progress(draft, Progress.State.DONE, null);

        assertThat(drafts.unsentOf(LINK)).isEmpty();
        assertThat(drafts.find(draft.id())).isEmpty();
        verify(links).markUnsent(7, false);
    }

    @OnEveryDatabase
    void onlyWhatHasFailedIsTriedAgain() {
        when(dead.retry(42)).thenReturn(true);
        Draft draft = write();
        progress(draft, Progress.State.WAITING, null);
        assertThat(drafts.retry(drafts.unsentOf(LINK).get(0))).isFalse();

        progress(draft, Progress.State.DEAD, "gave_up");
        assertThat(drafts.retry(drafts.unsentOf(LINK).get(0))).isTrue();
    }

    @OnEveryDatabase
    void whatStillWaitsIsNeverSwept() {
        Draft held = write();
        progress(held, Progress.State.WAITING, "authorisation_lost");
        clock.advance(Duration.ofDays(1_000));

        drafts.sweep();
        Draft other = write();
        progress(other, Progress.State.WAITING, null);

        assertThat(drafts.unsentOf(LINK)).extracting(Drafts.Sent::draft).containsExactly(held, other);
    }

    @OnEveryDatabase
    void whatFailedIsKeptAsLongAsItsMessage() {
        Draft failed = write();
        progress(failed, Progress.State.DEAD, "forbidden");
        clock.advance(Duration.ofDays(89));
        drafts.sweep();
        assertThat(drafts.find(failed.id())).contains(failed);

        when(outbox.find(failed.name())).thenReturn(Optional.empty());
        drafts.sweep();

        assertThat(drafts.find(failed.id())).isEmpty();
        verify(links).markUnsent(7, false);
    }

    @OnEveryDatabase
    void whatAnAdministratorDiscardedIsSweptThoughItsIssueIsNeverOpened() {
        Draft discarded = write();
        progress(discarded, Progress.State.DONE, "discarded");
        clock.advance(Drafts.SWEPT_AFTER.plusMillis(1));

        drafts.sweep();

        assertThat(drafts.find(discarded.id())).isEmpty();
        verify(links).markUnsent(7, false);
    }

    @OnEveryDatabase
    void aSweepLooksAtAPageAndTheNextOneGoesOnFromThere() {
        List<Draft> all = IntStream.range(0, 2 * Drafts.PAGE + 1).mapToObj(i -> write()).toList();
        all.subList(0, 2 * Drafts.PAGE).forEach(draft -> progress(draft, Progress.State.WAITING, null));
        Draft last = all.get(2 * Drafts.PAGE);
        clock.advance(Drafts.SWEPT_AFTER.plusMillis(1));

        drafts.sweep();
        drafts.sweep();
        assertThat(drafts.find(last.id())).isPresent();
        drafts.sweep();
        assertThat(drafts.find(last.id())).isEmpty();

        when(outbox.find(all.get(0).name())).thenReturn(Optional.empty());
        drafts.sweep();
        assertThat(drafts.find(all.get(0).id())).as("it begins anew").isEmpty();
        verify(links, never()).markUnsent(7, false);
    }

    @OnEveryDatabase
    void whatHasJustBeenWrittenIsLeftAlone() {
        Draft draft = write();

        drafts.sweep();

        assertThat(drafts.find(draft.id())).contains(draft);
    }

    /** The outbox sweeps the same minute: a draft that cannot be read keeps nothing else from being swept. */
    @OnEveryDatabase
    void aSweepThatFailsSaysSoInTheLogOnly() {
        Draft first = write();
        Draft second = write();
        when(outbox.find(first.name())).thenThrow(new IllegalStateException("no"));
        clock.advance(Drafts.SWEPT_AFTER.plusMillis(1));

        drafts.sweep();

        assertThat(drafts.find(first.id())).isPresent();
        assertThat(drafts.find(second.id())).isEmpty();
    }

    @OnEveryDatabase
    @SuppressWarnings("unchecked")
    void whatWaitsWhenItsIssueIsMovedNeedsTheNewProjectsAuthorisation() {
        Draft draft = write();
        drafts.moved(LINK, new ProjectId(10_001));

        ArgumentCaptor<Predicate<Message>> concerned = ArgumentCaptor.forClass(Predicate.class);
        verify(outbox).reassign(eq("ecahpwf5"), eq("ecahpwf5:215"), concerned.capture(), eq("10001"));
        String id = String.valueOf(draft.id());
        assertThat(concerned.getValue()).accepts(message(Drafts.TYPE, id)).rejects(message("note", id), message(Drafts.TYPE, id + "0"));

        Link ofAnotherIssue = new Link(8, new IssueId(10_101), LINK.project(), ACME, LINK.conversation(), "JIRAUSER1", NOON, Link.FROM_JIRA, false);
        drafts.moved(ofAnotherIssue, new ProjectId(10_002));
        verify(outbox).reassign(eq("ecahpwf5"), eq("ecahpwf5:215"), concerned.capture(), eq("10002"));
        assertThat(concerned.getValue()).rejects(message(Drafts.TYPE, id));
    }

    private static Message message(String type, String payload) {
        return new Message("ecahpwf5", "10000", "ecahpwf5:215", "fact", type, payload);
    }

    private Draft write() {
        return drafts.write(LINK, CONNECTION, "JIRAUSER1", Draft.Kind.NOTE, "Please look");
    }

    private void progress(Draft draft, Progress.State state, String code) {
        when(outbox.find(draft.name())).thenReturn(Optional.of(new Progress(42, state, code, null)));
    }
}
