package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.notification.Samples.DEMO_7_PAGE;
import static org.intercomjira.notification.Samples.MOVE;
import static org.intercomjira.notification.Samples.withNotes;

import java.time.Instant;
import java.util.List;
import org.intercomjira.intercom.Author;
import org.intercomjira.intercom.Conversation;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.intercom.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoteMarkerTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void theMarkerIsTheIssuesAddressWithTheChange() {
        assertThat(NoteMarker.address(DEMO_7_PAGE, MOVE)).hasToString("https://jira.example.org/jira/browse/DEMO-7#change-20311");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<p><b>Dev</b> moved <a href=\"https://jira.example.org/jira/browse/DEMO-7#change-20311\">DEMO-7</a></p>",
        "Dev moved DEMO-7 (https://jira.example.org/jira/browse/DEMO-7#change-20311): Total",
        "<a href=\"https://jira.example.org/jira/browse/OPS_X-12#change-20311\" rel=\"nofollow\">OPS_X-12</a>"})
    void theNoteIsFoundHoweverIntercomKeepsIt(String body) {
        assertThat(NoteMarker.isIn(withNotes("<p>hello</p>", body), DEMO_7_PAGE, MOVE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<a href=\"http://jira.example.org/jira/browse/DEMO-7#change-20311\">DEMO-7</a>",
        "<a href=\"https://jira.example.org/browse/DEMO-7#change-20311\">DEMO-7</a>",
        "<a href=\"https://issues.example.com:8443/a/b/browse/DEMO-7#change-20311\">DEMO-7</a>",
        "moved DEMO-7 (http://10.0.0.7:8080/browse/DEMO-7#change-20311): Total"})
    void theNoteIsFoundAfterTheBaseUrlHasChanged(String body) {
        assertThat(NoteMarker.isIn(withNotes(body), DEMO_7_PAGE, MOVE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<p class='x'>Ann <A target='_blank' HREF='https://jira.example.org/jira/browse/DEMO-7#change-20311' rel='nofollow noopener'><b>DEMO-7</b></A></p>",
        "<a href=\"https:&#47;&#47;jira.example.org/jira/browse/DEMO&#45;7&#35;change-20311\">DEMO-7</a>",
        "<a href=https://jira.example.org/jira/browse/DEMO-7?a=1&amp;b=2#change-20311>DEMO-7</a>",
        "<p><a href=\"https://ann.example.com\">ann.example.com</a> moved <a href=\"https://jira.example.org/jira/browse/DEMO-7#change-20311\">DEMO-7</a></p>"})
    void theNoteIsFoundHoweverIntercomWritesItsHtml(String body) {
        assertThat(NoteMarker.isIn(withNotes(body), DEMO_7_PAGE, MOVE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"note", "note_and_unsnooze", "note_and_reopen", "note_and_whatever_comes"})
    void everyKindOfNoteIsLookedAtWhoeverWroteIt(String type) {
        String body = "<a href=\"" + DEMO_7_PAGE + "#change-20311\">DEMO-7</a>";
        Part part = new Part("1", type, body, NOON, new Author("admin", "5017699", "A former app user", null));

        assertThat(NoteMarker.isIn(withParts(List.of(part)), DEMO_7_PAGE, MOVE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "<p>hello</p>",
        "https://jira.example.org/jira/browse/DEMO-7",
        "https://jira.example.org/jira/browse/DEMO-7#change-203110",
        "https://jira.example.org/jira/browse/DEMO-7#change-2031",
        "https://jira.example.org/jira/browse/DEMO-7#link-20311",
        "https://other.example.org/jira/browse/DEMO-8#change-20311",
        "<a href=\"https://other.example.org/jira/browse/DEMO-77#change-20311\">DEMO-7</a>",
        "<a href=\"https://other.example.org/#change-20311\">DEMO-7</a>",
        "<a title=\"https://jira.example.org/jira/browse/DEMO-7#change-20311\">DEMO-7</a>",
        "https://jira.example.org/jira/browse/DEMO-7 and #change-20311"})
    void otherNotesAreNotTakenForIt(String body) {
        assertThat(NoteMarker.isIn(withNotes(body), DEMO_7_PAGE, MOVE)).isFalse();
    }

    @Test
    void aCustomerCannotPretendThatTheNoteIsThere() {
        assertThat(NoteMarker.isIn(Samples.withParts("comment", DEMO_7_PAGE + "#change-20311"), DEMO_7_PAGE, MOVE)).isFalse();
    }

    @ParameterizedTest(name = "{0} moves the conversation: {1}")
    @CsvSource({
        "open, true", "close, true", "snoozed, true", "unsnoozed, true", "timer_unsnooze, true", "assign_and_reopen, true", "assign_and_unsnooze, true",
        "note_and_reopen, true", "note_and_unsnooze, true", "merged_secondary_conversation, true",
        "note, false", "comment, false", "assignment, false", "participant_added, false", "something_new, false"})
    void whatComesAfterTheNoteMayOpenOrCloseTheConversation(String type, boolean moves) {
        Part ours = new Part("5", "note_and_unsnooze", DEMO_7_PAGE + "#change-20311", NOON, null);
        Part later = new Part("6", type, null, NOON.plusSeconds(1), null);
        Part earlier = new Part("4", "close", null, NOON.minusSeconds(1), null);

        assertThat(NoteMarker.wasMovedAfter(withParts(List.of(earlier, ours, later)), DEMO_7_PAGE, MOVE)).isEqualTo(moves);
        assertThat(NoteMarker.wasMovedAfter(withParts(List.of(later, ours, earlier)), DEMO_7_PAGE, MOVE)).as("in whatever order they come").isEqualTo(moves);
    }

    @Test
    void partsWithoutATimeStayWhereTheyAre() {
        Part ours = new Part("5", "note", DEMO_7_PAGE + "#change-20311", null, null);
        Part closed = new Part("6", "close", null, NOON, null);

        assertThat(NoteMarker.wasMovedAfter(withParts(List.of(ours, closed)), DEMO_7_PAGE, MOVE)).isTrue();
        assertThat(NoteMarker.wasMovedAfter(withParts(List.of(closed, ours)), DEMO_7_PAGE, MOVE)).isFalse();
    }

    @Test
    void partsWithoutTextAreNoNotes() {
        assertThat(NoteMarker.isIn(withNotes((String) null), DEMO_7_PAGE, MOVE)).isFalse();
    }

    @Test
    void theMarkerOfACommentLeadsToTheComment() {
        assertThat(NoteMarker.address(DEMO_7_PAGE, Fact.comment(10_200)))
                .hasToString("https://jira.example.org/jira/browse/DEMO-7?focusedCommentId=10200#comment-10200");
        assertThat(NoteMarker.isIn(withNotes("<a href=\"" + NoteMarker.address(DEMO_7_PAGE, Fact.comment(10_200)) + "\">DEMO-7</a>"),
                DEMO_7_PAGE, Fact.comment(10_200))).isTrue();
    }

    @Test
    void whatPeopleWriteIntoACommentIsNoMarker() {
        String body = "<p><a href=\"" + DEMO_7_PAGE + "#comment-10200\">DEMO-7</a></p><p><a href=\"" + DEMO_7_PAGE + "#change-20311\">x</a></p>";

        assertThat(NoteMarker.isIn(withNotes(body), DEMO_7_PAGE, MOVE)).isFalse();
    }

    private static Conversation withParts(List<Part> parts) {
        return new Conversation(new ConversationId("215"), "Checkout", "Hi", Conversation.State.OPEN, null, NOON, NOON, parts);
    }
}
