package org.intercomjira.acceptance.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The audit finds each kind of error that is put into a run in which all is well. */
class DeliveryAuditTest {
    private static final Instant START = Instant.parse("2026-01-05T09:00:00Z");
    private static final Set<String> ISSUES = Set.of("RED-1", "RED-2");
    private static final Duration SKEW = Duration.ofSeconds(30);
    private final List<Commit> commits = new ArrayList<>();
    private final List<Death> deaths = new ArrayList<>();

    @Test
    void everyFactOnceAndInOrderIsWell() {
        commit("RED-1", "STATUS", 11, "node1", 0);
        commit("RED-2", "COMMENT", 11, "node2", 1);
        commit("RED-1", "ASSIGNEE", 12, "node2", 2);

        assertThat(audit("RED-1 change-11", "RED-2 comment-11", "RED-1 change-12")).isEqualTo(new Tally(3, 3, 0, 0, 0, 0));
        assertThat(audit("RED-2 comment-11", "RED-1 change-11", "RED-1 change-12")).as("issues have no order among each other").isEqualTo(new Tally(3, 3, 0, 0, 0, 0));
    }

    @Test
    void aChangeOfStatusAndAssigneeIsOneFact() {
        commit("RED-1", "STATUS", 11, "node1", 0);
        commit("RED-1", "ASSIGNEE", 11, "node1", 0);

        assertThat(audit("RED-1 change-11")).isEqualTo(new Tally(1, 1, 0, 0, 0, 0));
    }

    @Test
    void aMissingNoteIsLost() {
        commit("RED-1", "STATUS", 11, "node1", 0);
        commit("RED-1", "COMMENT", 11, "node1", 1);

        assertThat(audit("RED-1 change-11").lost()).isEqualTo(1);
    }

    @Test
    void aSecondNoteIsDoubledAndMakesUpForNoOther() {
        commit("RED-1", "STATUS", 11, "node1", 0);
        commit("RED-1", "STATUS", 12, "node1", 1);

        assertThat(audit("RED-1 change-11", "RED-1 change-11")).isEqualTo(new Tally(2, 1, 1, 0, 0, 0));
    }

    @Test
    void aNoteBehindThatOfALaterCommitIsOutOfOrder() {
        commit("RED-1", "STATUS", 11, "node1", 0);
        commit("RED-1", "STATUS", 12, "node1", 1);
        commit("RED-1", "COMMENT", 11, "node1", 2);

        assertThat(audit("RED-1 comment-11", "RED-1 change-11", "RED-1 change-12").outOfOrder()).isEqualTo(2);
    }

    @Test
    void theOrderIsThatOfTheCommitsAndNotOfTheirIds() {
        commit("RED-1", "STATUS", 212, "node2", 0);
        commit("RED-1", "STATUS", 111, "node1", 1);

        assertThat(audit("RED-1 change-212", "RED-1 change-111").outOfOrder()).isZero();
        assertThat(audit("RED-1 change-111", "RED-1 change-212").outOfOrder()).isEqualTo(1);
    }

    @Test
    void whatWasHiddenAndIsToldIsLeaked() {
        hidden("RED-1", "COMMENT", 11);

        assertThat(audit()).isEqualTo(Tally.NONE);
        assertThat(audit("RED-1 comment-11")).isEqualTo(new Tally(0, 0, 0, 0, 1, 0));
    }

    @Test
    void whatWasSwitchedOffAndIsToldIsLeaked() {
        commit("RED-1", "STATUS", 99, "node1", 0);

        assertThat(audit("RED-1 change-99")).isEqualTo(new Tally(0, 0, 0, 0, 1, 0));
    }

    @Test
    void aCallThatWasNotStoredLeaksAsWell() {
        hidden("RED-1", "COMMENT", 11);

        assertThat(audit(List.of(), told("RED-1 comment-11")).leaked()).isEqualTo(1);
    }

    @Test
    void aNoteAboutSomethingThatNeverWasOrOfAnotherConversationsIssueIsLeaked() {
        commit("RED-3", "STATUS", 11, "node1", 0);

        assertThat(audit("RED-3 change-11", "RED-1 change-77").leaked()).isEqualTo(2);
    }

    @Test
    void anIssueThatWasHiddenMayBeToldOrNotButInOrder() {
        commit("RED-1", "STATUS", 11, "node1", 0);
        commit("RED-1", "COMMENT", 11, "node1", 1);
        hidden("RED-1", "SECURITY", 12);
        commit("RED-1", "SECURITY", 13, "node1", 3);
        commit("RED-1", "STATUS", 14, "node1", 4);

        assertThat(audit("RED-1 change-14")).isEqualTo(Tally.NONE);
        assertThat(audit("RED-1 change-11", "RED-1 comment-11")).isEqualTo(Tally.NONE);
        assertThat(audit("RED-1 comment-11", "RED-1 change-11").outOfOrder()).isEqualTo(1);
    }

    @Test
    void noDataTellsTheOrderOfALostFactAndAnotherWhenTheClocksOfTheirNodesDisagree() {
        commit("RED-1", "STATUS", 11, "node1", 30);
        commit("RED-1", "COMMENT", 11, "node2", 1);
        String[] notes = {"RED-1 comment-11", "RED-1 change-11"};

        assertThat(audit(notes)).as("no node died").isEqualTo(new Tally(2, 2, 0, 1, 0, 0));
        for (String node : List.of("node1", "node2")) {
            deaths.clear();
            deaths.add(new Death(node, 2, 2));
            assertThat(audit(notes)).as(node + " died").isEqualTo(new Tally(2, 2, 0, 0, 0, 1));
        }
        assertThat(new DeliveryAudit(commits, commit -> false, deaths, Duration.ofSeconds(1)).of(ISSUES, told(notes), List.of()).outOfOrder()).as("clocks that agree").isEqualTo(1);
    }

    /** Jira lets people in before the app has started. */
    @Test
    void whatANodeCommitsWhileItStartsAgainMayHaveLostItsEventAsWell() {
        commit("RED-2", "STATUS", 10, "node1", 0);
        commit("RED-1", "STATUS", 11, "node2", 90);
        commit("RED-1", "COMMENT", 11, "node1", 61);

        deaths.add(new Death("node1", 1, 2));
        assertThat(audit("RED-2 change-10", "RED-1 comment-11", "RED-1 change-11").outOfOrder()).isEqualTo(1);
        deaths.add(new Death("node1", 1, 3));
        assertThat(audit("RED-2 change-10", "RED-1 comment-11", "RED-1 change-11").undecidable()).isEqualTo(1);
    }

    @Test
    void theChainOfTheStatusTellsTheOrderWhateverTheClocksSay() {
        commit("RED-1", "STATUS", 11, "node1", 30);
        commit("RED-1", "STATUS", 12, "node2", 1);
        deaths.add(new Death("node1", 2, 2));

        assertThat(audit("RED-1 change-12", "RED-1 change-11")).isEqualTo(new Tally(2, 2, 0, 1, 0, 0));
    }

    @Test
    void whatWasCommittedLongBeforeADeathOrAfterItHasAnOrder() {
        commit("RED-1", "STATUS", 11, "node1", 30);
        commit("RED-1", "COMMENT", 11, "node2", 1);
        commit("RED-2", "STATUS", 12, "node1", 90);

        deaths.add(new Death("node1", 3, 3));
        assertThat(audit("RED-1 comment-11", "RED-1 change-11").outOfOrder()).isEqualTo(1);
    }

    @Test
    void whatIsWrongIsNamed() {
        commit("RED-1", "STATUS", 11, "node1", 0);
        DeliveryAudit audit = new DeliveryAudit(commits, commit -> false, deaths, SKEW);

        assertThat(audit.complaints("215", ISSUES, told("RED-1 change-11"), List.of())).isEmpty();
        assertThat(audit.complaints("215", ISSUES, List.of(), List.of())).first().asString().contains("215").contains("lost 1");
    }

    @Test
    void theFactStandsBehindTheKeyInANote() {
        assertThat(Told.in("<a href=\"http://jira/browse/RED-1#change-12\">RED-1</a>")).contains(new Told("RED-1", "change-12"));
        assertThat(Told.in("<a href=\"http://jira/browse/RED-1?focusedCommentId=7#comment-7\">RED-1</a>")).contains(new Told("RED-1", "comment-7"));
        assertThat(Told.in("<a href=\"http://jira/browse/RED-1#link-12\">RED-1</a>")).isEmpty();
    }

    private void commit(String issue, String kind, long record, String node, int second) {
        commits.add(new Commit(commits.size() + 1, issue, kind, record, node, START.plusSeconds(second), false));
    }

    private void hidden(String issue, String kind, long record) {
        commits.add(new Commit(commits.size() + 1, issue, kind, record, "node1", START, true));
    }

    private Tally audit(String... notes) {
        return audit(told(notes), List.of());
    }

    private Tally audit(List<Told> notes, List<Told> tried) {
        return new DeliveryAudit(commits, commit -> Long.valueOf(99).equals(commit.record()), deaths, SKEW).of(ISSUES, notes, tried);
    }

    private static List<Told> told(String... notes) {
        return Stream.of(notes).map(note -> new Told(note.split(" ")[0], note.split(" ")[1])).toList();
    }
}
