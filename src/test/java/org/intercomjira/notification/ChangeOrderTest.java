package org.intercomjira.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.history.ChangeItemBean;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class ChangeOrderTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void changesThatMakeAChainGoByTime() {
        assertThat(orderEndingIn("1", status(3, 30, "3", "1"), status(1, 10, "1", "2"), status(2, 20, "2", "3"))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void theChainOutweighsTheClockOfANodeThatIsAhead() {
        // The second change was made on a node whose clock is 30 seconds behind.
        assertThat(orderEndingIn("1", status(1, 40, "1", "2"), status(2, 15, "2", "3"), status(3, 50, "3", "1"))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void theChainOutweighsIdsThatComeInBanks() {
        assertThat(orderEndingIn("1", status(107, 10, "1", "2"), status(12, 10, "2", "3"), status(108, 10, "3", "1"))).containsExactly(107L, 12L, 108L);
    }

    @Test
    void theChainOfTheAssigneeCountsToo() {
        assertThat(order(assignee(1, 40, null, "ann"), assignee(2, 15, "ann", "bob"), assignee(3, 45, "bob", "cid"))).containsExactly(1L, 2L, 3L);
    }

    @Test
    void bothChainsAreKeptTogether() {
        ChangeHistory both = change(2, 5, item("status", "2", "3"), item("assignee", "ann", "bob"));
        assertThat(order(both, assignee(0, 29, null, "ann"), status(1, 30, "1", "2"), assignee(3, 31, "bob", "ann"))).containsExactly(0L, 1L, 2L, 3L);
    }

    /** Twice round the workflow on two nodes whose clocks are 30 seconds apart: the chain fits either way, so Jira's own order stays. */
    @Test
    void roundsOfTheWorkflowKeepJirasOrder() {
        assertThat(orderEndingIn("1", status(1, 40, "1", "2"), status(2, 15, "2", "3"), status(3, 50, "3", "1"), status(4, 25, "1", "2"),
                status(5, 60, "2", "3"), status(6, 35, "3", "1"))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
    }

    @Test
    void clocksThatDifferByMoreThanAMinuteAreNotRepaired() {
        assertThat(order(status(1, 100, "1", "2"), status(2, 15, "2", "3"))).containsExactly(2L, 1L);
    }

    @Test
    void aChangeWithoutARecordBreaksTheChainAndNothingElse() {
        assertThat(orderEndingIn("3", status(1, 10, "1", "2"), status(2, 20, "4", "1"), status(3, 50, "1", "2"), status(4, 35, "2", "3"))).containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void whatMakesNoChainAtAllGoesByTime() {
        assertThat(order(status(1, 40, "1", "2"), status(2, 30, "5", "6"), status(3, 20, "7", "8"), status(4, 10, "9", "1"), status(5, 9, "4", "4")))
                .containsExactly(5L, 4L, 3L, 2L, 1L);
    }

    @Test
    void twoChangesWithoutARecordLeaveTheChainsInTheirOrder() {
        assertThat(orderEndingIn("9", status(1, 40, "1", "2"), status(2, 15, "2", "3"), status(3, 50, "5", "6"), status(4, 60, "8", "9")))
                .containsExactly(1L, 2L, 3L, 4L);
    }

    @Test
    void fiveHundredChangesGoByTheirChainAndMoreByTime() {
        ChangeHistory[] chain = IntStream.range(0, 501).mapToObj(id -> status(id, id == 0 ? 30 : id, String.valueOf(id), String.valueOf(id + 1)))
                .toArray(ChangeHistory[]::new);

        assertThat(orderEndingIn("500", Arrays.copyOf(chain, 500))).startsWith(0L, 1L).isSorted();
        assertThat(orderEndingIn("501", chain)).startsWith(1L, 2L);
    }

    /** A script that goes to and fro in a minute and leaves gaps: the chains that begin well and end nowhere are more than can be tried. */
    @Test
    @Timeout(60)
    void aTangleOfChangesIsGivenUpAndGoesByTime() {
        List<ChangeHistory> tangle = new ArrayList<>();
        for (int id = 1; id <= 4; id++) {
            tangle.add(status(id, id, "gap" + id, "end" + id));
        }
        for (int id = 5; id < 45; id++) {
            tangle.add(status(id, id, id % 2 == 0 ? "1" : "2", id % 2 == 0 ? "2" : "1"));
        }
        List<ChangeHistory> listed = new ArrayList<>(tangle);
        Collections.shuffle(listed, new Random(5));

        assertThat(ChangeOrder.of(listed, "2")).isEqualTo(tangle);
    }

    /** A worker's day: thousands of changes on two nodes, whose clocks are 30 seconds apart, come out in their order wherever the chain tells it. */
    @Test
    void changesOfTwoNodesComeOutInTheirOrder() {
        Random random = new Random(11);
        List<ChangeHistory> made = new ArrayList<>();
        int at = 0;
        for (int change = 0; change < 300; change++) {
            at += 5 + random.nextInt(20);
            int skew = random.nextBoolean() ? 0 : 30;
            made.add(status(change, at + skew, String.valueOf(change), String.valueOf(change + 1)));
        }
        List<ChangeHistory> shuffled = new ArrayList<>(made);
        Collections.shuffle(shuffled, random);

        assertThat(ChangeOrder.of(shuffled, "300")).isEqualTo(made);
    }

    private static List<Long> order(ChangeHistory... changes) {
        return orderEndingIn(null, changes);
    }

    private static List<Long> orderEndingIn(String status, ChangeHistory... changes) {
        return ChangeOrder.of(List.of(changes), status).stream().map(ChangeHistory::getId).toList();
    }

    private static ChangeHistory status(long id, int second, String from, String to) {
        return change(id, second, item("status", from, to));
    }

    private static ChangeHistory assignee(long id, int second, String from, String to) {
        return change(id, second, item("assignee", from, to));
    }

    private static ChangeHistory change(long id, int second, ChangeItemBean... items) {
        ChangeHistory change = mock(ChangeHistory.class);
        when(change.getId()).thenReturn(id);
        when(change.getTimePerformed()).thenReturn(Timestamp.from(NOON.plusSeconds(second)));
        when(change.getChangeItemBeans()).thenReturn(List.of(items));
        return change;
    }

    private static ChangeItemBean item(String field, String from, String to) {
        ChangeItemBean item = mock(ChangeItemBean.class);
        when(item.getField()).thenReturn(field);
        when(item.getFrom()).thenReturn(from);
        when(item.getTo()).thenReturn(to);
        return item;
    }
}
