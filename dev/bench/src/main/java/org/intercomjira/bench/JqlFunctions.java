package org.intercomjira.bench;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.intercomjira.bench.Databases.Kind;
import org.intercomjira.intercom.ConversationId;
import org.intercomjira.link.LinkedIssueStore;

/** What the JQL functions ask of the table while 100,000 issues have links. */
final class JqlFunctions implements Measurement {
    private static final int ISSUES = 100_000;
    private static final int LINKS_OF_AN_ISSUE = 2;
    /** As many as the functions take at most. */
    private static final int MOST_ISSUES = 200_000;
    private static final int MOST_CONVERSATIONS = 100;
    private static final long FIRST_CONVERSATION = 215_475_827_000_000L;
    private static final int WARM_UPS = 5;
    private static final int TRIALS = 15;
    private static final double MILLISECOND = 1_000_000;

    @Override
    public void measure(Databases databases, Results results) throws Exception {
        for (Kind kind : Kind.values()) {
            try (Site site = new Site(databases.open(kind), databases.newFolder())) {
                LinkedIssueStore store = fill(site);
                measure(results, "jql.all-linked-issues/" + kind.text(), ISSUES, () -> store.issues(MOST_ISSUES).size());
                Set<ConversationId> conversations = LongStream.rangeClosed(1, MOST_CONVERSATIONS)
                        .mapToObj(number -> new ConversationId(String.valueOf(FIRST_CONVERSATION + number * 1_000))).collect(Collectors.toSet());
                measure(results, "jql.issues-of-100-conversations/" + kind.text(), MOST_CONVERSATIONS, () -> store.issuesOf(conversations, MOST_ISSUES).size());
            }
        }
    }

    private static LinkedIssueStore fill(Site site) {
        site.link(1, "215475827415413");
        site.rows().multiply("LINK", ISSUES * LINKS_OF_AN_ISSUE, Map.of("ISSUE_ID", "100000 + mod(n, " + ISSUES + ")", "LINK_KEY", "'link:' || n",
                "CONVERSATION_ID", "'' || (" + FIRST_CONVERSATION + " + n)"));
        return site.bean(LinkedIssueStore.class);
    }

    private static void measure(Results results, String name, int expected, Question question) throws Exception {
        double[] milliseconds = new double[TRIALS];
        for (int trial = -WARM_UPS; trial < TRIALS; trial++) {
            int[] found = new int[1];
            long nanos = Duel.time(() -> found[0] = question.ask());
            if (found[0] != expected) {
                throw new IllegalStateException(name + " found " + found[0]);
            }
            milliseconds[Math.max(0, trial)] = nanos / MILLISECOND;
        }
        results.add(Figure.forInformation("ms", name, Numbers.median(milliseconds), expected + " issues found of " + ISSUES + " with "
                + LINKS_OF_AN_ISSUE + " links each; the slowest of " + TRIALS + ": " + Numbers.text(Arrays.stream(milliseconds).max().orElseThrow()) + " ms"));
    }

    private interface Question {
        int ask();
    }
}
