package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.notification.Samples.ACME;
import static org.intercomjira.notification.Samples.ALL_AT_ONCE;
import static org.intercomjira.notification.Samples.COMMENT;
import static org.intercomjira.notification.Samples.MOVED;
import static org.intercomjira.notification.Samples.SECOND;
import static org.intercomjira.notification.Samples.TO_DONE;
import static org.intercomjira.notification.Samples.change;
import static org.intercomjira.notification.Samples.link;
import static org.intercomjira.notification.Samples.settings;

import java.util.List;
import org.intercomjira.connection.Connection;
import org.intercomjira.connection.ConnectionState;
import org.intercomjira.delivery.JudgedFact;
import org.intercomjira.delivery.Message;
import org.intercomjira.intercom.WorkspaceId;
import org.intercomjira.link.Link;
import org.intercomjira.settings.ProjectSettings;
import org.intercomjira.settings.Switch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotificationRulesTest {
    private static final ProjectSettings DEFAULTS = ProjectSettings.DEFAULTS;

    private final Connection connection = Samples.connection(ConnectionState.CONNECTED);

    @ParameterizedTest(name = "linking {0}, trigger {1}, link of {2}, gone {3}: {4} message(s)")
    @CsvSource({
        "true,  true,  ecahpwf5, false, 1",
        "false, true,  ecahpwf5, false, 0",
        "true,  false, ecahpwf5, false, 0",
        "false, false, ecahpwf5, false, 0",
        "true,  true,  second01, false, 0",
        "true,  true,  ecahpwf5, true,  0"})
    void settingsAndLinksDecideWhatIsTold(boolean linking, boolean trigger, String workspace, boolean gone, int messages) {
        assertThat(messages(judged(MOVED, settings(linking, trigger), link(new WorkspaceId(workspace), "215", gone)))).hasSize(messages);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eachTriggerHasItsOwnPart(boolean on) {
        assertThat(NotificationRules.telling(ALL_AT_ONCE, DEFAULTS.with(Switch.ASSIGNMENT_NOTES, on))).isEqualTo(new Telling(on, true, true));
        assertThat(NotificationRules.telling(ALL_AT_ONCE, DEFAULTS.with(Switch.TRANSITION_NOTES, on))).isEqualTo(new Telling(true, on, true));
        assertThat(NotificationRules.telling(ALL_AT_ONCE, DEFAULTS.with(Switch.COMMENT_NOTES, on))).isEqualTo(new Telling(true, true, on));
    }

    @Test
    void aRestrictedCommentIsNotTold() {
        assertThat(NotificationRules.telling(change(null, null, new NewComment(1, "secret", true)), DEFAULTS).isNothing()).isTrue();
    }

    @Test
    void thePostFunctionTellsWhatTheTriggerDoesNot() {
        ProjectSettings off = settings(true, false);

        assertThat(NotificationRules.telling(MOVED.withFunction(FunctionWish.NOTE, TO_DONE, 7), off).status()).isTrue();
        assertThat(NotificationRules.telling(MOVED.withFunction(FunctionWish.NOTE, TO_DONE, 7), settings(false, true)).isNothing()).isTrue();
    }

    @ParameterizedTest(name = "transitions told {0} and reopening {1}, post function {2}: opened {3}")
    @CsvSource({
        "true,  true,  NONE,   true",
        "true,  true,  NOTE,   true",
        "true,  false, NOTE,   false",
        "true,  false, REOPEN, true",
        "false, true,  NOTE,   false",
        "false, true,  REOPEN, true"})
    void eitherMayAskForReopening(boolean told, boolean reopens, FunctionWish wish, boolean opened) {
        ProjectSettings settings = settings(true, told).with(Switch.TRANSITION_REOPENS, reopens);

        assertThat(NotificationRules.reopens(new Telling(false, true, false), wish, settings)).isEqualTo(opened);
    }

    @Test
    void onlyWhatIsToldOpensAConversation() {
        ProjectSettings settings = DEFAULTS.with(Switch.COMMENT_REOPENS, true);

        assertThat(NotificationRules.reopens(new Telling(true, true, false), FunctionWish.NONE, settings)).isFalse();
        assertThat(NotificationRules.reopens(new Telling(true, true, true), FunctionWish.NONE, settings)).isTrue();
    }

    @Test
    void eachConversationOfTheWorkspaceGetsAMessageThatNamesTheFact() {
        List<Message> messages = messages(judged(MOVED, DEFAULTS, link(ACME, "215", false), link(SECOND, "215", false), link(ACME, "216", false)));

        assertThat(messages).extracting(Message::dedupeKey).containsExactly("change:20311:215", "change:20311:216");
        assertThat(messages).extracting(Message::orderKey).containsExactly("ecahpwf5:215", "ecahpwf5:216");
        assertThat(messages).extracting(Message::lane).containsOnly("ecahpwf5");
        assertThat(messages).extracting(Message::sender).containsOnly("10000");
        assertThat(messages).extracting(Message::type).containsOnly("note");
    }

    @Test
    void oneMessageCoversAllFactsOfTheEdit() {
        List<JudgedFact> facts = judged(ALL_AT_ONCE.withFunction(FunctionWish.REOPEN, TO_DONE, 7), DEFAULTS, link(ACME, "215", false), link(ACME, "216", false));

        assertThat(messages(facts)).extracting(Message::dedupeKey).containsExactly("change:20311:215", "change:20311:216");
        assertThat(covered(facts)).containsExactly("reopen:change:20311 together", "comment:10200 together");
    }

    @Test
    void eachFactThatIsNotSaidIsCoveredWithItsReason() {
        List<JudgedFact> facts = judged(ALL_AT_ONCE, DEFAULTS.with(Switch.ASSIGNMENT_NOTES, false).with(Switch.TRANSITION_NOTES, false), link(ACME, "215", false));

        assertThat(messages(facts)).extracting(Message::dedupeKey).containsExactly("comment:10200:215");
        assertThat(covered(facts)).containsExactly("change:20311 trigger_off");
        assertThat(facts).extracting(JudgedFact::key).containsExactly("change:20311", "comment:10200");
    }

    @Test
    void theReasonOfACommentIsTheStrictest() {
        ProjectSettings filtered = DEFAULTS.with(Switch.COMMENT_FILTER, true);
        NewComment secret = new NewComment(1, "secret", true);

        assertThat(covered(judged(change(null, null, secret), filtered, link(ACME, "215", false)))).containsExactly("comment:1 restricted");
        assertThat(covered(judged(change(null, null, COMMENT), filtered, link(ACME, "215", false)))).containsExactly("comment:10200 filter");
        assertThat(covered(judged(change(null, null, COMMENT), filtered.with(Switch.COMMENT_NOTES, false), link(ACME, "215", false)))).containsExactly("comment:10200 trigger_off");
    }

    @Test
    void aCommentAloneIsAFactOfItsOwn() {
        assertThat(messages(judged(change(null, null, COMMENT), DEFAULTS, link(ACME, "215", false))))
                .extracting(Message::dedupeKey).containsExactly("comment:10200:215");
    }

    @Test
    void aTransitionToTheSameStatusIsToldOfByItsPostFunction() {
        StatusChange loop = new StatusChange("3", "3", "Done", "Done");

        assertThat(messages(judged(change(null, null, null).withFunction(FunctionWish.NOTE, loop, 7), DEFAULTS, link(ACME, "215", false))))
                .extracting(Message::dedupeKey).containsExactly("function:7:215");
    }

    @Test
    void theConversationThatAnActionComesFromGetsNothingAndIsCovered() {
        List<JudgedFact> facts = new Judgement(DEFAULTS, connection, List.of(link(ACME, "215", false), link(ACME, "216", false)),
                conversation -> conversation.value().equals("215")).of(ALL_AT_ONCE);

        assertThat(messages(facts)).extracting(Message::dedupeKey).containsExactly("change:20311:216");
        assertThat(covered(facts)).containsExactly("change:20311:215 own_action", "comment:10200 together");
    }

    /** Sending looks at today's settings, by which it may be told: it must not find it in the message. */
    @Test
    void aMessageKeepsNothingOfWhatIsNotTold() {
        NewComment restricted = new NewComment(10_200, "For us", true);
        NotePayload payload = payload(judged(change(Samples.TO_ANN, Samples.TO_DONE, restricted), DEFAULTS.with(Switch.ASSIGNMENT_NOTES, false), link(ACME, "215", false)));

        assertThat(payload.comment()).isNull();
        assertThat(payload.assigned()).isFalse();
        assertThat(payload.toPerson()).isNull();
        assertThat(payload.moved()).isTrue();
    }

    @Test
    void aCommentWithoutTheWordOfTheFilterIsNotKeptEither() {
        NotePayload payload = payload(judged(ALL_AT_ONCE, DEFAULTS.with(Switch.COMMENT_FILTER, true), link(ACME, "215", false)));

        assertThat(payload.comment()).isNull();
        assertThat(payload.assigned()).isTrue();
    }

    private static NotePayload payload(List<JudgedFact> judged) {
        return NotePayload.fromJson(messages(judged).get(0).payload()).orElseThrow();
    }

    private List<JudgedFact> judged(IssueChange change, ProjectSettings settings, Link... links) {
        return new Judgement(settings, connection, List.of(links), conversation -> false).of(change);
    }

    private static List<Message> messages(List<JudgedFact> facts) {
        return facts.stream().flatMap(fact -> fact.messages().stream()).toList();
    }

    private static List<String> covered(List<JudgedFact> facts) {
        return facts.stream().flatMap(fact -> fact.covered().stream()).map(covered -> covered.key() + " " + covered.reason()).toList();
    }
}
