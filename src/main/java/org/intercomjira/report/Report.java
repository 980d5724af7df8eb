package org.intercomjira.report;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A project's links in numbers.
 *
 * @param truncated     the project has more links than were looked at: the numbers are of the newest ones
 * @param conversations how many there are in each state; one that is linked to several issues counts once
 * @param issuesByLinks how many issues have one linked conversation, two, and so on
 * @param mostLinked    the issues with the most conversations
 */
record Report(String projectKey, String projectName, int links, int issues, boolean truncated, int mostLinks, List<StateCount> conversations,
              List<LinkCount> issuesByLinks, List<IssueCount> mostLinked, List<ReportedLink> newest) {
    static final List<String> STATES = List.of("open", "closed", "snoozed", "gone", "unknown");
    private static final int MOST_SHOWN = 20;

    record StateCount(String state, long conversations) {
    }

    record LinkCount(long links, long issues) {
    }

    record IssueCount(String issueKey, String summary, long links) {
    }

    /** @param links the newest first */
    static Report of(String projectKey, String projectName, List<ReportedLink> links, boolean truncated, int mostLinks) {
        Map<String, List<ReportedLink>> byIssue = links.stream().collect(Collectors.groupingBy(ReportedLink::issueKey));
        return new Report(projectKey, projectName, links.size(), byIssue.size(), truncated, mostLinks, conversations(links), issuesByLinks(byIssue),
                mostLinked(byIssue), links.stream().limit(MOST_SHOWN).toList());
    }

    private static List<StateCount> conversations(List<ReportedLink> links) {
        Set<String> counted = new HashSet<>();
        Map<String, Long> byState = links.stream().filter(link -> counted.add(link.url().toString()))
                .collect(Collectors.groupingBy(link -> STATES.contains(link.state()) ? link.state() : "unknown", Collectors.counting()));
        return STATES.stream().map(state -> new StateCount(state, byState.getOrDefault(state, 0L))).toList();
    }

    private static List<LinkCount> issuesByLinks(Map<String, List<ReportedLink>> byIssue) {
        Map<Integer, Long> counts = byIssue.values().stream().collect(Collectors.groupingBy(List::size, TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream().map(entry -> new LinkCount(entry.getKey(), entry.getValue())).toList();
    }

    private static List<IssueCount> mostLinked(Map<String, List<ReportedLink>> byIssue) {
        Stream<IssueCount> counts = byIssue.values().stream().map(links -> new IssueCount(links.get(0).issueKey(), links.get(0).summary(), links.size()));
        return counts.sorted(Comparator.comparingLong(IssueCount::links).reversed().thenComparing(IssueCount::issueKey)).limit(MOST_SHOWN).toList();
    }
}
