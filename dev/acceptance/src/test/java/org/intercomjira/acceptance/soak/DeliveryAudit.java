package org.intercomjira.acceptance.soak;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Holds the notes of a conversation against Jira's commits, and nothing against what the plugin says of itself.
 *
 * <p>A fact that was hidden or switched off when it was committed must not be told. One that was not must be told once, and before later
 * facts of its issue. One of an issue that was hidden at any other time may be told or not: sending takes the stricter of then and now.
 */
final class DeliveryAudit {
    /** Jira's health check warns of a greater difference between the clocks of nodes. */
    private static final Duration NORMAL_DIFFERENCE = Duration.ofSeconds(5);
    /** What a node committed for so long before its death may have lost its event. */
    private static final Duration MAY_BE_LOST = Duration.ofSeconds(30);
    private static final String STATUS = "STATUS";

    private final List<Commit> commits;
    private final Predicate<Commit> switchedOff;
    private final List<Death> deaths;
    private final Duration clocksApart;
    private final Set<String> onceHidden;

    /**
     * @param commits     in their order
     * @param switchedOff what the project did not want to be told when it was committed
     * @param clocksApart by which the clocks of the nodes differ
     */
    DeliveryAudit(List<Commit> commits, Predicate<Commit> switchedOff, List<Death> deaths, Duration clocksApart) {
        this.commits = commits;
        this.switchedOff = switchedOff;
        this.deaths = deaths;
        this.clocksApart = clocksApart;
        this.onceHidden = commits.stream().filter(Commit::changesWhoSeesTheIssue).map(Commit::issue).collect(Collectors.toSet());
    }

    /** A fact with all its commits: one change may be of status and assignee. */
    private record Fact(List<Commit> commits) {
        Commit first() {
            return commits.get(0);
        }

        boolean isHidden() {
            return commits.stream().anyMatch(Commit::hidden);
        }
    }

    /**
     * What became of one conversation.
     *
     * @param issues that are linked to it
     * @param notes  what its notes tell of, in the order in which Intercom stored them
     * @param tried  what calls told of, whether they were stored or not
     */
    Tally of(Set<String> issues, List<Told> notes, List<Told> tried) {
        Map<Told, Fact> facts = factsOf(issues);
        Set<Told> owed = facts.entrySet().stream().filter(entry -> isOwed(entry.getValue())).map(Map.Entry::getKey).collect(Collectors.toSet());
        List<Told> firstNotes = notes.stream().distinct().toList();
        Set<Told> leaked = new HashSet<>(firstNotes);
        leaked.addAll(tried);
        leaked.removeIf(told -> facts.containsKey(told) && mayBeTold(facts.get(told)));
        List<Misplaced> misplaced = misplaced(firstNotes.stream().filter(facts::containsKey).map(facts::get).toList());
        int undecidable = (int) misplaced.stream().filter(this::isUndecidable).count();
        int delivered = (int) owed.stream().filter(firstNotes::contains).count();
        return new Tally(owed.size(), delivered, notes.size() - firstNotes.size(), misplaced.size() - undecidable, leaked.size(), undecidable);
    }

    /** What is missing, doubled, leaked or out of place, for the one who has to find out why. Empty when all is well. */
    List<String> complaints(String conversation, Set<String> issues, List<Told> notes, List<Told> tried) {
        Tally tally = of(issues, notes, tried);
        if (tally.isWell()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(List.of(conversation + ": " + tally));
        for (String issue : issues) {
            lines.add("  " + issue + " committed " + factsOf(Set.of(issue)).values().stream().map(fact -> describe(fact)).collect(Collectors.joining(", ")));
            lines.add("  " + issue + " told " + notes.stream().filter(note -> note.issue().equals(issue)).map(Told::fact).collect(Collectors.joining(", ")));
        }
        return lines;
    }

    private String describe(Fact fact) {
        String limits = (fact.isHidden() ? " hidden" : "") + (mayBeTold(fact) || fact.isHidden() ? "" : " switched off");
        return fact.first().fact() + " on " + fact.first().node() + " at " + fact.first().clock() + limits;
    }

    private Map<Told, Fact> factsOf(Set<String> issues) {
        Map<Told, Fact> facts = new LinkedHashMap<>();
        commits.stream().filter(commit -> commit.isFact() && issues.contains(commit.issue()))
                .forEach(commit -> facts.computeIfAbsent(new Told(commit.issue(), commit.fact()), name -> new Fact(new ArrayList<>())).commits().add(commit));
        return facts;
    }

    private boolean mayBeTold(Fact fact) {
        return !fact.isHidden() && !fact.commits().stream().allMatch(switchedOff);
    }

    private boolean isOwed(Fact fact) {
        return mayBeTold(fact) && !onceHidden.contains(fact.first().issue());
    }

    /** A note that stands behind those of later commits of its issue. */
    private record Misplaced(Commit commit, List<Commit> before) {
    }

    private static List<Misplaced> misplaced(List<Fact> told) {
        List<Misplaced> misplaced = new ArrayList<>();
        for (int i = 0; i < told.size(); i++) {
            Commit commit = told.get(i).first();
            List<Commit> before = told.subList(0, i).stream().map(Fact::first).filter(other -> other.issue().equals(commit.issue()) && other.id() > commit.id()).toList();
            if (!before.isEmpty()) {
                misplaced.add(new Misplaced(commit, before));
            }
        }
        return misplaced;
    }

    private boolean isUndecidable(Misplaced note) {
        return clocksApart.compareTo(NORMAL_DIFFERENCE) > 0 && note.before().stream().allMatch(
                later -> hasNoOrder(note.commit(), later) && (mayHaveLostItsEvent(note.commit()) || mayHaveLostItsEvent(later)));
    }

    /** Two nodes, clocks that say the contrary, and no status from which the other went on. */
    private static boolean hasNoOrder(Commit earlier, Commit later) {
        boolean isChain = earlier.kind().equals(STATUS) && later.kind().equals(STATUS);
        return !isChain && !earlier.node().equals(later.node()) && !earlier.clock().isBefore(later.clock());
    }

    private boolean mayHaveLostItsEvent(Commit commit) {
        return deaths.stream().filter(death -> death.isOf(commit))
                .anyMatch(death -> commit.id() > death.commit() || !commit.clock().isBefore(lastClock(death).minus(MAY_BE_LOST)));
    }

    private Instant lastClock(Death death) {
        return commits.stream().filter(commit -> commit.node().equals(death.node()) && commit.id() <= death.commit()).map(Commit::clock)
                .max(Comparator.naturalOrder()).orElse(Instant.MAX);
    }
}
