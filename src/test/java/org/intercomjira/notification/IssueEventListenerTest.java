package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.notification.Samples.ACME;
import static org.intercomjira.notification.Samples.CHANGE;
import static org.intercomjira.notification.Samples.DEMO;
import static org.intercomjira.notification.Samples.DEMO_7;
import static org.intercomjira.notification.Samples.link;
import static org.intercomjira.notification.Samples.settings;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.event.issue.DelegatingJiraIssueEvent;
import com.atlassian.jira.event.issue.IssueEvent;
import com.atlassian.jira.event.issue.IssueEventBundle;
import com.atlassian.jira.event.issue.JiraIssueEvent;
import com.atlassian.jira.event.type.EventType;
import com.atlassian.jira.issue.MutableIssue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.user.ApplicationUser;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.intercomjira.connection.ConnectionService;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.delivery.JudgedFact;
import org.intercomjira.delivery.Message;
import org.intercomjira.delivery.Outbox;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.link.LinkService;
import org.intercomjira.platform.IssueId;
import org.intercomjira.recovery.FailedJudgements;
import org.intercomjira.recovery.Silences;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.ProjectSettingsService;
import org.intercomjira.settings.Switch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.ofbiz.core.entity.GenericEntityException;
import org.ofbiz.core.entity.GenericValue;
import org.mockito.InOrder;

class IssueEventListenerTest {
    private final EventPublisher publisher = mock(EventPublisher.class);
    private final ConnectionService connections = mock(ConnectionService.class);
    private final ProjectSettingsService settings = mock(ProjectSettingsService.class);
    private final LinkService links = mock(LinkService.class);
    private final Outbox outbox = mock(Outbox.class);
    private final FunctionWishes wishes = new FunctionWishes(Clock.systemUTC());
    private final OwnActions ownActions = new OwnActions(mock(Silences.class));
    private final Silences silences = mock(Silences.class);
    private final FailedJudgements unjudged = mock(FailedJudgements.class);
    private final IssueEventListener listener =
            new IssueEventListener(publisher, new IssueChangeNotifier(connections, settings, links, outbox, wishes, ownActions, silences), unjudged);
    private final MutableIssue issue = Samples.issue();
    private final GenericValue changeLog = mock(GenericValue.class);

    @BeforeEach
    void connectAndLink() {
        when(connections.find(DEMO)).thenReturn(Optional.of(Samples.connection(ConnectionState.CONNECTED)));
        isSet(settings(true, true));
        when(links.linksOf(DEMO_7)).thenReturn(List.of(link(ACME, "215", false)));
        when(changeLog.getLong("id")).thenReturn(CHANGE);
    }

    @Test
    void itListensWhileItLives() {
        listener.start();
        verify(publisher).register(listener);

        listener.stop();
        verify(publisher).unregister(listener);
    }

    @Test
    void aTransitionOfALinkedIssueIsPutIntoTheOutboxUnread() throws Exception {
        listener.onIssueEvents(bundle(event(changeLog)));

        assertThat(enqueued().dedupeKey()).isEqualTo("change:20311:215");
        assertThat(NotePayload.fromJson(enqueued().payload())).contains(new NotePayload(10_107, "ecahpwf5", "215", Fact.Kind.CHANGE, 20_311,
                "Dev Eloper", false, null, null, null, null, null, FunctionWish.NONE, false, new Telling(true, true, false), false));
        verify(changeLog, never()).getRelated(any());
    }

    @Test
    void anEditIsReadFirst() throws Exception {
        change(item("assignee", "jira", "a", "b"), item("status", "jira", "To Do", "Done"));

        listener.onIssueEvents(bundle(edited()));

        assertThat(NotePayload.fromJson(enqueued().payload())).contains(new NotePayload(10_107, "ecahpwf5", "215", Fact.Kind.CHANGE, 20_311,
                "Dev Eloper", true, "a", "b", "To Do", "Done", null, FunctionWish.NONE, false, null, false));
    }

    @Test
    void theCommentOfATransitionIsToldWithItAndNotAgain() {
        IssueEvent transition = event(changeLog);
        Comment comment = comment(null);
        when(transition.getComment()).thenReturn(comment);

        listener.onIssueEvents(bundle(transition));

        assertThat(NotePayload.fromJson(enqueued().payload()).orElseThrow().comment()).isEqualTo(10_200L);
        assertThat(covered()).containsExactly("comment:10200 together");
    }

    @Test
    void whatIsNotToldAtTheTimeOfTheChangeIsNotToldLater() {
        isSet(settings(true, true).with(Switch.ASSIGNMENT_NOTES, false));

        listener.onIssueEvents(bundle(event(changeLog)));

        assertThat(NotePayload.fromJson(enqueued().payload()).orElseThrow().unread()).isEqualTo(new Telling(false, true, false));
    }

    @Test
    void aCommentIsPutIntoTheOutbox() {
        listener.onIssueEvents(bundle(commented(EventType.ISSUE_MOVED_ID, null)));

        assertThat(enqueued().dedupeKey()).isEqualTo("comment:10200:215");
    }

    @Test
    void anEditedCommentIsNotTold() {
        listener.onIssueEvents(bundle(commented(EventType.ISSUE_COMMENT_EDITED_ID, null)));

        verifyNoInteractions(outbox);
    }

    @Test
    void aRestrictedCommentIsNotTold() {
        listener.onIssueEvents(bundle(commented(EventType.ISSUE_MOVED_ID, "jira-developers")));

        assertThat(covered()).containsExactly("comment:10200 restricted");
        assertThat(messages()).isEmpty();
    }

    @Test
    void aDeletedIssueIsNotToldOf() throws Exception {
        change(item("status", "jira", "To Do", "Done"));
        IssueEvent deleted = event(changeLog);
        when(deleted.getEventTypeId()).thenReturn(EventType.ISSUE_DELETED_ID);

        listener.onIssueEvents(bundle(deleted));

        verifyNoInteractions(outbox);
    }

    @Test
    void aBulkChangeWithoutMailIsRememberedAndNotTold() throws Exception {
        change(item("status", "jira", "To Do", "Done"));
        IssueEvent bulk = event(changeLog);
        doReturn(Optional.of("bulk")).when(bulk).getSpanningOperation();

        listener.onIssueEvents(bundle(bulk));

        assertThat(covered()).containsExactly("change:20311 silent_bulk");
        assertThat(messages()).isEmpty();
        verify(silences).bulkGoesOn("dev");
        verify(changeLog, never()).getRelated(any());
    }

    /** It would be looked for in Jira's history, where nothing says that it was silent. */
    @Test
    void aBulkChangeWithoutMailThatCannotBeMarkedIsNotTakenForLost() {
        doThrow(new IllegalStateException("no database")).when(outbox).enqueueJudged(any());
        IssueEvent bulk = event(changeLog);
        doReturn(Optional.of("bulk")).when(bulk).getSpanningOperation();

        listener.onIssueEvents(bundle(bulk));

        verify(silences).bulkGoesOn("dev");
        verify(unjudged, never()).failed();
        verify(unjudged, never()).failed(any());
    }

    /** The window of the link, or of the Connect, will look for it. */
    @Test
    void aBulkChangeWithoutMailIsRememberedThoughThisNodeKnowsNoLinkYet() {
        when(links.linksOf(DEMO_7)).thenReturn(List.of());
        IssueEvent bulk = event(changeLog);
        doReturn(Optional.of("bulk")).when(bulk).getSpanningOperation();
        listener.onIssueEvents(bundle(bulk));
        when(connections.find(DEMO)).thenThrow(new IllegalStateException("no database"));
        listener.onIssueEvents(bundle(bulk));

        verify(silences, times(2)).bulkGoesOn("dev");
    }

    @Test
    void aJudgementIsUnderWayUntilItHasEnded() {
        when(connections.find(DEMO)).thenThrow(new IllegalStateException("no database"));

        listener.onIssueEvents(bundle(event(changeLog)));

        InOrder order = inOrder(unjudged);
        order.verify(unjudged).begins();
        order.verify(unjudged).failed(DEMO_7);
        order.verify(unjudged).ends();
    }

    @Test
    void aBulkChangeWithMailIsTold() throws Exception {
        change(item("status", "jira", "To Do", "Done"));
        IssueEvent bulk = event(changeLog);
        doReturn(Optional.of("bulk")).when(bulk).getSpanningOperation();
        when(bulk.isSendMail()).thenReturn(true);

        listener.onIssueEvents(bundle(bulk));

        assertThat(enqueued().dedupeKey()).isEqualTo("change:20311:215");
    }

    @Test
    void whatComesFromAConversationDoesNotGoBackToIt() throws Exception {
        change(item("status", "jira", "To Do", "Done"));
        when(links.linksOf(DEMO_7)).thenReturn(List.of(link(ACME, "215", false), link(ACME, "216", false)));
        IssueEventBundle bundle = bundle(event(changeLog));

        ownActions.from(ACME, new ConversationId("215"), () -> {
            listener.onIssueEvents(bundle);
            return null;
        });

        assertThat(enqueued().dedupeKey()).isEqualTo("change:20311:216");
        assertThat(covered()).containsExactly("change:20311:215 own_action");
    }

    @Test
    void thePostFunctionsWishIsPartOfTheNote() throws Exception {
        isSet(settings(true, false));
        change(item("status", "jira", "To Do", "Done"));
        wishes.leave(new TransitionWish(DEMO_7.value(), 7, "id-To Do", "id-Done", FunctionWish.REOPEN));

        listener.onIssueEvents(bundle(event(changeLog)));

        NotePayload payload = NotePayload.fromJson(enqueued().payload()).orElseThrow();
        assertThat(payload.function()).isEqualTo(FunctionWish.REOPEN);
        assertThat(payload.toStatus()).isEqualTo("Done");
    }

    @Test
    void theWishOfAnotherTransitionIsForgotten() throws Exception {
        isSet(settings(true, false));
        change(item("status", "jira", "To Do", "Done"));
        wishes.leave(new TransitionWish(DEMO_7.value(), 7, "id-Done", "id-To Do", FunctionWish.REOPEN));

        listener.onIssueEvents(bundle(event(changeLog)));

        assertThat(covered()).containsExactly("change:20311 trigger_off");
        assertThat(wishes.mayBeFor(DEMO_7)).isFalse();
    }

    @Test
    void anIssueWithASecurityLevelIsNotToldOf() throws Exception {
        change(item("status", "jira", "To Do", "Done"));
        when(issue.getSecurityLevelId()).thenReturn(1L);

        listener.onIssueEvents(bundle(event(changeLog)));

        assertThat(covered()).containsExactly("change:20311 security_level");
        assertThat(messages()).isEmpty();
    }

    @Test
    void anOperationWithSeveralEventsIsToldOnce() throws Exception {
        change(item("status", "jira", "To Do", "Done"));

        listener.onIssueEvents(bundle(event(null), event(changeLog), event(changeLog)));

        assertThat(enqueued().dedupeKey()).isEqualTo("change:20311:215");
    }

    @Test
    void allConversationsOfAnIssueAreToldAtOnce() throws Exception {
        change(item("status", "jira", "To Do", "Done"));
        when(links.linksOf(DEMO_7)).thenReturn(List.of(link(ACME, "215", false), link(ACME, "216", false)));

        listener.onIssueEvents(bundle(event(changeLog)));

        assertThat(messages()).hasSize(2);
        assertThat(covered()).isEmpty();
    }

    @Test
    void otherEditsAreNotTold() throws Exception {
        change(item("summary", "jira", "a", "b"));

        listener.onIssueEvents(bundle(edited()));

        verifyNoInteractions(outbox);
    }

    @Test
    void aCustomFieldNamedStatusIsNotTheStatus() throws Exception {
        change(item("status", "custom", "To Do", "Done"));

        listener.onIssueEvents(bundle(edited()));

        verifyNoInteractions(outbox);
    }

    @Test
    void anIssueOfAProjectWithoutConnectionIsLeftAtOnce() throws Exception {
        when(connections.find(DEMO)).thenReturn(Optional.empty());

        listener.onIssueEvents(bundle(event(changeLog)));

        verifyNoInteractions(settings, links, outbox);
        verify(changeLog, never()).getRelated(any());
    }

    @Test
    void withAllTriggersOffTheChangeIsCoveredUnread() throws Exception {
        isSet(settings(true, false).with(Switch.COMMENT_NOTES, false).with(Switch.ASSIGNMENT_NOTES, false));

        listener.onIssueEvents(bundle(event(changeLog)));

        assertThat(covered()).containsExactly("change:20311 trigger_off");
        verify(changeLog, never()).getRelated(any());
    }

    @Test
    void anEditWithAllTriggersOffIsReadToSeeWhetherItHoldsAFact() throws Exception {
        isSet(settings(true, false).with(Switch.COMMENT_NOTES, false).with(Switch.ASSIGNMENT_NOTES, false));
        change(item("status", "jira", "To Do", "Done"));

        listener.onIssueEvents(bundle(edited()));

        assertThat(covered()).containsExactly("change:20311 trigger_off");
    }

    @Test
    void withLinkingOffEveryFactIsCovered() {
        isSet(settings(false, true));
        IssueEvent transition = event(changeLog);
        Comment comment = comment(null);
        when(transition.getComment()).thenReturn(comment);

        listener.onIssueEvents(bundle(transition));

        assertThat(covered()).containsExactly("change:20311 linking_off", "comment:10200 linking_off");
        assertThat(messages()).isEmpty();
    }

    @Test
    void aCommentWithoutTheWordOfTheFilterIsCovered() {
        isSet(settings(true, true).with(Switch.COMMENT_FILTER, true));

        listener.onIssueEvents(bundle(commented(EventType.ISSUE_COMMENTED_ID, null)));

        assertThat(covered()).containsExactly("comment:10200 filter");
    }

    @Test
    void aTriggerThatAnotherNodeHasJustTurnedOnCounts() {
        when(settings.of(DEMO)).thenReturn(settings(true, false).with(Switch.ASSIGNMENT_NOTES, false));
        when(settings.now(DEMO)).thenReturn(settings(true, true));

        listener.onIssueEvents(bundle(event(changeLog)));

        assertThat(enqueued().dedupeKey()).isEqualTo("change:20311:215");
    }

    @Test
    void anEditOfWhichNothingIsToldAsksForNoSettings() throws Exception {
        change(item("summary", "jira", "Before", "After"));

        listener.onIssueEvents(bundle(edited()));

        verifyNoInteractions(settings);
    }

    /** It may be turned on again before a note would be sent. */
    @Test
    void aTriggerThatAnotherNodeHasJustTurnedOffCountsAsWell() {
        when(settings.of(DEMO)).thenReturn(settings(true, true));
        when(settings.now(DEMO)).thenReturn(settings(true, false).with(Switch.ASSIGNMENT_NOTES, false));

        listener.onIssueEvents(bundle(event(changeLog)));

        assertThat(covered()).containsExactly("change:20311 trigger_off");
    }

    @Test
    void aSubTaskOfAnIssueWithASecurityLevelIsCovered() {
        MutableIssue parent = Samples.issue();
        when(parent.getSecurityLevelId()).thenReturn(1L);
        when(issue.isSubTask()).thenReturn(true);
        when(issue.getParentObject()).thenReturn(parent);

        listener.onIssueEvents(bundle(event(changeLog)));

        assertThat(covered()).containsExactly("change:20311 security_level");
    }

    @Test
    void aFactIsCoveredOnceHoweverManyConversationsThereAre() {
        isSet(settings(true, false).with(Switch.ASSIGNMENT_NOTES, false));
        when(links.linksOf(DEMO_7)).thenReturn(List.of(link(ACME, "215", false), link(ACME, "216", false)));

        listener.onIssueEvents(bundle(event(changeLog)));

        assertThat(covered()).containsExactly("change:20311 trigger_off");
    }

    @Test
    void withoutAConversationThatCanBeReachedTheFactIsCovered() {
        when(links.linksOf(DEMO_7)).thenReturn(List.of(link(ACME, "215", true)));

        listener.onIssueEvents(bundle(event(changeLog)));

        assertThat(covered()).containsExactly("change:20311 no_conversation");
    }

    @Test
    void anIssueThatCannotBeJudgedKeepsNoOtherOfItsBundleFromBeingJudged() {
        MutableIssue other = Samples.issue();
        when(other.getId()).thenReturn(10_108L);
        IssueEvent poisonous = event(changeLog);
        when(poisonous.getIssue()).thenReturn(other);
        when(links.linksOf(new IssueId(10_108))).thenThrow(new StackOverflowError());

        listener.onIssueEvents(bundle(poisonous, event(changeLog)));

        assertThat(enqueued().dedupeKey()).isEqualTo("change:20311:215");
        verify(unjudged).failed(new IssueId(10_108));
    }

    @Test
    void anIssueWithoutLinksCostsNoQuery() throws Exception {
        when(links.linksOf(DEMO_7)).thenReturn(List.of());

        listener.onIssueEvents(bundle(event(changeLog)));

        verify(changeLog, never()).getRelated(any());
    }

    @Test
    void aLinkStoreThatFailsDoesNotBreakTheEdit() {
        when(links.linksOf(any())).thenThrow(new IllegalStateException("no database"));

        listener.onIssueEvents(bundle(event(changeLog)));

        assertThat(listener.failures()).isEqualTo(1);
    }

    @Test
    void anOutboxThatFailsDoesNotBreakTheEdit() throws Exception {
        change(item("status", "jira", "To Do", "Done"));
        doThrow(new NoClassDefFoundError()).when(outbox).enqueueJudged(any());

        listener.onIssueEvents(bundle(event(changeLog)));

        assertThat(listener.failures()).isEqualTo(1);
        verify(unjudged).failed(DEMO_7);
    }

    @Test
    void aChangeThatCannotBeReadDoesNotBreakTheEdit() throws Exception {
        when(changeLog.getRelated(any())).thenThrow(new GenericEntityException());

        listener.onIssueEvents(bundle(edited()));

        assertThat(listener.failures()).isEqualTo(1);
        verifyNoInteractions(outbox);
    }

    @Test
    void eventsOfAnotherKindAreNoBusinessOfOurs() {
        JiraIssueEvent other = mock(JiraIssueEvent.class);
        IssueEventBundle bundle = mock(IssueEventBundle.class);
        when(bundle.getEvents()).thenReturn(List.of(other));

        listener.onIssueEvents(bundle);

        assertThat(listener.failures()).isZero();
        verifyNoInteractions(connections, outbox);
    }

    private void change(GenericValue... items) throws GenericEntityException {
        when(changeLog.getRelated("ChildChangeItem")).thenReturn(List.of(items));
    }

    private static GenericValue item(String field, String type, String from, String to) {
        GenericValue item = mock(GenericValue.class);
        when(item.getString("field")).thenReturn(field);
        when(item.getString("fieldtype")).thenReturn(type);
        when(item.getString("oldvalue")).thenReturn("id-" + from);
        when(item.getString("newvalue")).thenReturn("id-" + to);
        when(item.getString("oldstring")).thenReturn(from);
        when(item.getString("newstring")).thenReturn(to);
        return item;
    }

    private IssueEvent event(GenericValue log) {
        ApplicationUser actor = mock(ApplicationUser.class);
        when(actor.getDisplayName()).thenReturn("Dev Eloper");
        when(actor.getKey()).thenReturn("dev");
        IssueEvent event = mock(IssueEvent.class);
        when(event.getIssue()).thenReturn(issue);
        when(event.getUser()).thenReturn(actor);
        when(event.getChangeLog()).thenReturn(log);
        when(event.getEventTypeId()).thenReturn(10_000L);
        doReturn(Optional.empty()).when(event).getSpanningOperation();
        return event;
    }

    private IssueEvent edited() {
        IssueEvent event = event(changeLog);
        when(event.getEventTypeId()).thenReturn(EventType.ISSUE_UPDATED_ID);
        return event;
    }

    private IssueEvent commented(Long type, String group) {
        Comment comment = comment(group);
        IssueEvent event = event(null);
        when(event.getEventTypeId()).thenReturn(type);
        when(event.getComment()).thenReturn(comment);
        return event;
    }

    private static Comment comment(String group) {
        Comment comment = mock(Comment.class);
        when(comment.getId()).thenReturn(10_200L);
        when(comment.getBody()).thenReturn("It works");
        when(comment.getGroupLevel()).thenReturn(group);
        when(comment.getRoleLevelId()).thenReturn(null);
        return comment;
    }

    private void isSet(ProjectSettings chosen) {
        when(settings.of(DEMO)).thenReturn(chosen);
        when(settings.now(DEMO)).thenReturn(chosen);
    }

    private Message enqueued() {
        assertThat(messages()).hasSize(1);
        return messages().get(0);
    }

    private List<Message> messages() {
        return judged().stream().flatMap(fact -> fact.messages().stream()).toList();
    }

    /** Keys and reasons. */
    private List<String> covered() {
        return judged().stream().flatMap(fact -> fact.covered().stream()).map(covered -> covered.key() + " " + covered.reason()).toList();
    }

    @SuppressWarnings("unchecked")
    private List<JudgedFact> judged() {
        ArgumentCaptor<List<JudgedFact>> facts = ArgumentCaptor.forClass(List.class);
        verify(outbox).enqueueJudged(facts.capture());
        return facts.getValue();
    }

    private static IssueEventBundle bundle(IssueEvent... events) {
        List<JiraIssueEvent> delegating = Arrays.stream(events).map(IssueEventListenerTest::delegating).toList();
        IssueEventBundle bundle = mock(IssueEventBundle.class);
        when(bundle.getEvents()).thenReturn(delegating);
        return bundle;
    }

    private static JiraIssueEvent delegating(IssueEvent event) {
        DelegatingJiraIssueEvent each = mock(DelegatingJiraIssueEvent.class);
        when(each.asIssueEvent()).thenReturn(event);
        return each;
    }
}
