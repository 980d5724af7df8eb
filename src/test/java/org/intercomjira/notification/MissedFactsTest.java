package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyList;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.changehistory.ChangeHistoryManager;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.issue.comments.CommentManager;
import com.atlassian.jira.issue.history.ChangeItemBean;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.delivery.Attempt;
import org.intercomjira.delivery.Message;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.delivery.Outcome;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.link.LinkService;
import org.intercomjira.settings.ProjectSettingsService;
import org.intercomjira.testing.ManualClock;
import org.intercomjira.testing.TestPluginSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;

class MissedFactsTest {
    private final ManualClock clock = new ManualClock();
    private final Instant start = clock.instant();
    private final IssueManager issues = mock(IssueManager.class);
    private final ChangeHistoryManager histories = mock(ChangeHistoryManager.class);
    private final CommentManager comments = mock(CommentManager.class);
    private final ConnectionService connections = mock(ConnectionService.class);
    private final ProjectSettingsService settings = mock(ProjectSettingsService.class);
    private final LinkService links = mock(LinkService.class);
    private final Outbox outbox = mock(Outbox.class);
    private final RulesSeen rules = new RulesSeen(clock);
    private final Watermark watermark = new Watermark(new TestPluginSettings(), clock);
    private final MissedFacts missed = new MissedFacts(issues, new IssueHistory(histories, comments),
            new Expectations(connections, settings, links, rules), outbox, watermark, clock);
    private final MutableIssue issue = Samples.issue();
    private final Map<String, Boolean> known = new HashMap<>();

    @BeforeEach
    void prepare() {
        when(issues.getIssueObject(Samples.DEMO_7.value())).thenReturn(issue);
        when(connections.find(Samples.DEMO)).thenReturn(Optional.of(Samples.connection(ConnectionState.CONNECTED)));
        when(settings.of(Samples.DEMO)).thenReturn(Samples.settings(true, true));
        when(links.linksOf(Samples.DEMO_7)).thenReturn(List.of(Samples.link(Samples.ACME, "215", false)));
        when(outbox.known(anyList())).thenReturn(known);
        when(outbox.enqueueAhead(anyList())).thenAnswer(call -> (int) call.<List<Message>>getArgument(0).stream()
                .filter(message -> !known.containsKey(message.dedupeKey())).count());
        when(outbox.letGoFirst(anyList())).thenReturn(true);
        watermark.get();
        clock.advance(Duration.ofMinutes(1));
    }

    @Test
    void anEarlierChangeThatIsMissingGoesBeforeTheLaterOne() {
        happened(change(1, 10), change(2, 20), change(3, 30));
        knows(1, false);
        knows(3, true);

        assertThat(missed.before(attempt(3))).contains(new Outcome.NotYet(clock.instant()));
        assertThat(goingFirst()).containsExactly("change:2:215");
    }

    @Test
    void anEarlierChangeThatCameIntoTheOutboxBehindTheLaterOneGoesFirst() {
        happened(change(1, 10), change(2, 20), change(3, 20), change(4, 30));
        knows(1, false);
        knows(2, true);
        knows(3, true);
        knows(4, true);

        assertThat(missed.before(attempt(4))).contains(new Outcome.NotYet(clock.instant()));
        assertThat(goingFirst()).containsExactly("change:2:215", "change:3:215");
    }

    @Test
    void anEarlierChangeThatIsHeldDoesNotHoldUpTheLaterOne() {
        happened(change(1, 10), change(2, 20));
        knows(1, true);
        knows(2, true);
        when(outbox.letGoFirst(anyList())).thenReturn(false);

        assertThat(missed.before(attempt(2))).isEmpty();
    }

    @Test
    void aLaterChangeThatIsMissingDoesNotHoldUpTheEarlierOne() {
        happened(change(1, 10), change(2, 20));
        knows(1, true);

        assertThat(missed.before(attempt(1))).isEmpty();
        verify(outbox, never()).letGoFirst(any());
    }

    @Test
    void whatTheListenerMayBeAboutToInsertIsWaitedFor() {
        happened(change(1, 58), change(2, 59));
        knows(2, true);

        assertThat(missed.before(attempt(2))).contains(new Outcome.NotYet(clock.instant().plus(MissedFacts.LISTENER_TAKES)));
        verify(outbox, never()).letGoFirst(any());
        clock.advance(MissedFacts.LISTENER_TAKES);
        assertThat(missed.before(attempt(2))).contains(new Outcome.NotYet(clock.instant()));
        assertThat(goingFirst()).containsExactly("change:1:215");
    }

    @Test
    void aMessageAboutSomethingOlderThanTheWatermarkIsBehindNothing() {
        happened(change(1, -5), change(2, 20));
        knows(1, true);

        assertThat(missed.before(attempt(1))).isEmpty();
    }

    @Test
    void nothingIsToldThatIsOlderThanWatermarkLinkConnectionOrSettings() {
        happened(change(1, -5), change(2, 20));
        when(settings.of(Samples.DEMO)).thenReturn(Samples.settings(true, false), Samples.settings(true, true));
        rules.since(Samples.DEMO, Samples.settings(true, false));
        rules.since(Samples.DEMO, Samples.settings(true, true));
        happened(change(1, -5), change(2, 20), change(3, 61));
        clock.advance(Duration.ofMinutes(1));
        when(settings.of(Samples.DEMO)).thenReturn(Samples.settings(true, true));

        assertThat(missed.recover(issue, start, clock.instant())).isEqualTo(1);
        assertThat(ahead()).containsExactly("change:3:215");
    }

    @Test
    void aLinkThatIsYoungerThanTheChangeIsNotTold() {
        Instant linkedAt = start.plusSeconds(15);
        org.intercomjira.link.Link young = new org.intercomjira.link.Link(2, Samples.DEMO_7, Samples.DEMO, Samples.ACME, new ConversationId("300"), "a",
                linkedAt, "jira", false);
        when(links.linksOf(Samples.DEMO_7)).thenReturn(List.of(Samples.link(Samples.ACME, "215", false), young));
        happened(change(1, 10), change(2, 20));

        missed.recover(issue, start, clock.instant());

        ArgumentCaptor<List<Message>> messages = captor();
        verify(outbox, times(2)).enqueueAhead(messages.capture());
        assertThat(messages.getAllValues()).extracting(MissedFactsTest::keys)
                .containsExactlyInAnyOrder(List.of("change:1:215", "change:2:215"), List.of("change:2:300"));
    }

    @Test
    void whatIsKnownIsNotEnqueuedAgainWhateverBecameOfIt() {
        happened(change(1, 10), change(2, 20));
        knows(1, false);
        knows(2, true);

        assertThat(missed.recover(issue, start, clock.instant())).isZero();
        verify(outbox, never()).enqueueAhead(any());
    }

    @Test
    void whatIsMissingBeforeSomethingThatStillWaitsGoesBeforeIt() {
        happened(change(1, 10), change(2, 20), change(3, 30), change(4, 40));
        knows(1, true);
        knows(3, true);

        assertThat(missed.recover(issue, start, clock.instant())).isEqualTo(2);
        assertThat(ahead()).containsExactly("change:1:215", "change:2:215", "change:3:215", "change:4:215");
    }

    @Test
    void whatWaitsBehindWhatIsMissingStaysWhereItIs() {
        happened(change(1, 10), change(2, 20), change(3, 30));
        knows(1, false);
        knows(3, true);

        assertThat(missed.recover(issue, start, clock.instant())).isEqualTo(1);
        assertThat(ahead()).containsExactly("change:2:215");
    }

    @Test
    void whatHasWaitedSinceBeforeTheWatermarkIsNotOvertaken() {
        happened(change(1, -300), change(2, 20));
        knows(1, true);

        assertThat(missed.recover(issue, start, clock.instant())).isEqualTo(1);
        assertThat(ahead()).containsExactly("change:1:215", "change:2:215");
    }

    @Test
    void nothingIsFoundBehindWhatMayStillBeOnItsWay() {
        happened(change(1, 10), change(2, 55), change(3, 20));

        assertThat(missed.recover(issue, start, start.plusSeconds(50))).isEqualTo(1);
        assertThat(ahead()).containsExactly("change:1:215");
    }

    @Test
    void aLinkByANodeWhoseClockIsAheadIsNoYoungerThanWhatItsConversationWasToldOf() {
        linkedAt(40);
        happened(change(1, 10), change(2, 20));
        knows(1, true);

        assertThat(missed.recover(issue, start, clock.instant())).isEqualTo(1);
        assertThat(ahead()).containsExactly("change:1:215", "change:2:215");
    }

    @Test
    void whatWaitsIsNotOvertakenThoughItSeemsOlderThanTheLink() {
        linkedAt(15);
        happened(change(1, 10), change(2, 20));
        knows(1, true);

        assertThat(missed.recover(issue, start, clock.instant())).isEqualTo(1);
        assertThat(ahead()).containsExactly("change:1:215", "change:2:215");
    }

    private void linkedAt(int second) {
        when(links.linksOf(Samples.DEMO_7)).thenReturn(List.of(new org.intercomjira.link.Link(2, Samples.DEMO_7, Samples.DEMO, Samples.ACME,
                new ConversationId("215"), "a", start.plusSeconds(second), "jira", false)));
    }

    @Test
    void aMissedCommentIsFoundToo() {
        when(settings.of(Samples.DEMO)).thenReturn(org.intercomjira.settings.ProjectSettings.DEFAULTS
                .with(org.intercomjira.settings.Switch.COMMENT_NOTES, true));
        Comment comment = mock(Comment.class);
        when(comment.getId()).thenReturn(7L);
        when(comment.getBody()).thenReturn("It works");
        when(comment.getRoleLevelId()).thenReturn(null);
        when(comment.getCreated()).thenReturn(Date.from(start.plusSeconds(10)));
        when(comments.getComments(issue)).thenReturn(List.of(comment));

        missed.recover(issue, start, clock.instant());

        assertThat(ahead()).contains("comment:7:215");
    }

    @Test
    void whatIsYoungerThanTheLimitIsLeftToTheListener() {
        happened(change(1, 50));

        assertThat(missed.recover(issue, start, start.plusSeconds(50))).isZero();
    }

    @Test
    void messagesOfOtherKindsAreNotLookedAt() {
        assertThat(missed.before(new Attempt(1, new Message("l", "s", "o", "d", "function", "{}"), 0, start, false))).isEmpty();
        assertThat(missed.before(new Attempt(1, new Message("l", "s", "o", "d", "note", "{"), 0, start, false))).isEmpty();
        verifyNoInteractions(histories);
    }

    private void knows(long change, boolean pending) {
        known.put("change:" + change + ":215", pending);
    }

    private void happened(ChangeHistory... all) {
        when(histories.getChangeHistories(issue)).thenReturn(Arrays.asList(all));
    }

    private ChangeHistory change(long id, int second) {
        ChangeItemBean item = mock(ChangeItemBean.class);
        when(item.getField()).thenReturn("status");
        ChangeHistory history = mock(ChangeHistory.class);
        when(history.getId()).thenReturn(id);
        when(history.getTimePerformed()).thenReturn(Timestamp.from(start.plusSeconds(second)));
        when(history.getChangeItemBeans()).thenReturn(List.of(item));
        return history;
    }

    private Attempt attempt(long change) {
        IssueChange moved = new IssueChange(Samples.DEMO_7, Samples.DEMO, null, change, null, Samples.TO_DONE, null, FunctionWish.NONE, 0);
        Message message = Letters.about(moved, Samples.settings(true, true), Samples.connection(ConnectionState.CONNECTED),
                List.of(Samples.link(Samples.ACME, "215", false)), quiet -> false).messages().get(0);
        return new Attempt(change, message, 0, clock.instant(), false);
    }

    private List<String> ahead() {
        ArgumentCaptor<List<Message>> messages = captor();
        verify(outbox).enqueueAhead(messages.capture());
        return keys(messages.getValue());
    }

    private List<String> goingFirst() {
        ArgumentCaptor<List<Message>> messages = captor();
        verify(outbox).letGoFirst(messages.capture());
        return keys(messages.getValue());
    }

    private static List<String> keys(List<Message> messages) {
        return messages.stream().map(Message::dedupeKey).toList();
    }

    @SuppressWarnings("unchecked")
    private static ArgumentCaptor<List<Message>> captor() {
        return ArgumentCaptor.forClass(List.class);
    }
}
