package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.intercomjira.notification.Samples.DEMO_7_PAGE;
import static org.intercomjira.notification.Samples.MOVE;
import static org.intercomjira.notification.Samples.withNotes;
import static org.intercomjira.notification.Samples.withParts;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteMarkerTest {
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
        "<p>hello</p>",
        "https://jira.example.org/jira/browse/DEMO-7",
        "https://jira.example.org/jira/browse/DEMO-7#change-203110",
        "https://jira.example.org/jira/browse/DEMO-7#change-2031",
        "https://other.example.org/jira/browse/DEMO-7#change-20311",
        "https://jira.example.org/jira/browse/DEMO-7 and #change-20311"})
    void otherNotesAreNotTakenForIt(String body) {
        assertThat(NoteMarker.isIn(withNotes(body), DEMO_7_PAGE, MOVE)).isFalse();
    }

    @Test
    void aCustomerCannotPretendThatTheNoteIsThere() {
        assertThat(NoteMarker.isIn(withParts("comment", DEMO_7_PAGE + "#change-20311"), DEMO_7_PAGE, MOVE)).isFalse();
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
}
