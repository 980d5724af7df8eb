package org.intercomjira.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.intercomjira.report.Report.IssueCount;
import org.intercomjira.report.Report.LinkCount;
import org.intercomjira.report.Report.StateCount;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void issuesAreCountedByTheirNumberOfConversations() {
        Report report = report(link("DEMO-1", "1", "open"), link("DEMO-1", "2", "open"), link("DEMO-2", "3", "open"), link("DEMO-3", "4", "open"));

        assertThat(report.links()).isEqualTo(4);
        assertThat(report.issues()).isEqualTo(3);
        assertThat(report.issuesByLinks()).containsExactly(new LinkCount(1, 2), new LinkCount(2, 1));
        assertThat(report.mostLinked()).containsExactly(new IssueCount("DEMO-1", "About DEMO-1", 2), new IssueCount("DEMO-2", "About DEMO-2", 1),
                new IssueCount("DEMO-3", "About DEMO-3", 1));
    }

    @Test
    void aConversationOfTwoIssuesCountsOnceAmongTheStates() {
        Report report = report(link("DEMO-1", "1", "open"), link("DEMO-2", "1", "open"), link("DEMO-2", "2", "closed"), link("DEMO-2", "3", "new in Intercom"));

        assertThat(report.conversations()).containsExactly(new StateCount("open", 1), new StateCount("closed", 1), new StateCount("snoozed", 0),
                new StateCount("gone", 0), new StateCount("unknown", 1));
    }

    @Test
    void onlyTheFirstTwentyAreShownButAllAreCounted() {
        Report report = report(IntStream.range(0, 50).mapToObj(number -> link("DEMO-" + number, String.valueOf(number), "open")).toArray(ReportedLink[]::new));

        assertThat(report.newest()).hasSize(20).extracting(ReportedLink::issueKey).startsWith("DEMO-0", "DEMO-1");
        assertThat(report.mostLinked()).hasSize(20);
        assertThat(report.issues()).isEqualTo(50);
    }

    @Test
    void aProjectWithoutLinksHasAReportToo() {
        Report report = report();

        assertThat(report.links()).isZero();
        assertThat(report.issuesByLinks()).isEmpty();
        assertThat(report.conversations()).hasSize(5).allMatch(count -> count.conversations() == 0);
    }

    private static Report report(ReportedLink... links) {
        return Report.of("DEMO", "Demo", Stream.of(links).toList(), false, 5_000);
    }

    private static ReportedLink link(String issue, String conversation, String state) {
        return new ReportedLink(issue, "About " + issue, conversation, null, state, "Acme", URI.create("https://app.intercom.com/" + conversation), null, Instant.EPOCH);
    }
}
