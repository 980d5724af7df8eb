package org.intercomjira.notification;

import com.atlassian.jira.issue.changehistory.ChangeHistory;
import com.atlassian.jira.issue.history.ChangeItemBean;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.recovery.RecoveryTimes;

/**
 * The order in which the changes of an issue were made. Their times are those of the nodes that made them, whose clocks differ, and
 * whether ids rise across nodes is documented nowhere. But each change of status or assignee begins where the one before it ended, and
 * the last one ended in the status that the issue has. So the changes go as Jira lists them where that makes a chain, otherwise by the
 * chain that is nearest to it, and by time where there is none.
 */
final class ChangeOrder {
    private static final String STATUS = "status";
    private static final List<String> CHAINED = List.of(STATUS, "assignee");
    /** A change without a record (a script, an import) breaks the chain. */
    private static final int MAX_BREAKS = 2;
    private static final int MAX_STEPS = 2_000;
    /** An issue with more changes in an hour is a script's playground: they go by time. */
    private static final int MAX_CHANGES = 500;
    private static final String NOBODY = "";
    private static final Comparator<ChangeHistory> BY_TIME = Comparator.comparing((ChangeHistory change) -> at(change)).thenComparing(ChangeHistory::getId);

    /** The latest first. */
    private final List<ChangeHistory> placed = new ArrayList<>();
    private int steps;

    private ChangeOrder() {
    }

    /** Whether the latest change of the status by time led to this status, or none changed it. */
    static boolean endsIn(List<ChangeHistory> changes, String status) {
        return changes.stream().filter(change -> item(change, STATUS).isPresent()).max(BY_TIME)
                .map(latest -> value(item(latest, STATUS).orElseThrow().getTo()).equals(value(status))).orElse(true);
    }

    /**
     * @param changes as Jira lists them, oldest first
     * @param status  id of the status that the issue has; null when it is not known
     */
    static List<ChangeHistory> of(List<ChangeHistory> changes, String status) {
        List<ChangeHistory> latestFirst = reversed(changes);
        for (int breaks = 0; breaks <= MAX_BREAKS && changes.size() <= MAX_CHANGES; breaks++) {
            ChangeOrder order = new ChangeOrder();
            if (order.chain(latestFirst, status == null ? Map.of() : Map.of(STATUS, status), breaks)) {
                return reversed(order.placed);
            }
        }
        return changes.stream().sorted(BY_TIME).toList();
    }

    private static List<ChangeHistory> reversed(List<ChangeHistory> latestFirst) {
        List<ChangeHistory> oldestFirst = new ArrayList<>(latestFirst);
        Collections.reverse(oldestFirst);
        return oldestFirst;
    }

    /**
     * Places what is left so that it makes a chain with at most so many breaks; what Jira lists last is tried first. Nothing is placed
     * behind what is more than the difference of two clocks younger.
     *
     * @param values what the fields were after the change that is looked for
     */
    private boolean chain(List<ChangeHistory> left, Map<String, String> values, int breaks) {
        if (left.isEmpty()) {
            return true;
        }
        Instant earliest = left.stream().map(ChangeOrder::at).max(Comparator.naturalOrder()).orElseThrow().minus(RecoveryTimes.MAX_CLOCK_DIFFERENCE);
        for (int next = 0; next < left.size() && steps < MAX_STEPS; next++) {
            ChangeHistory change = left.get(next);
            int broken = endsIn(change, values) ? 0 : 1;
            if (broken <= breaks && !at(change).isBefore(earliest)) {
                steps++;
                placed.add(change);
                if (chain(without(left, next), before(change, values), breaks - broken)) {
                    return true;
                }
                placed.remove(placed.size() - 1);
            }
        }
        return false;
    }

    private static boolean endsIn(ChangeHistory change, Map<String, String> values) {
        return CHAINED.stream().allMatch(field -> item(change, field)
                .map(item -> values.getOrDefault(field, value(item.getTo())).equals(value(item.getTo()))).orElse(true));
    }

    private static Map<String, String> before(ChangeHistory change, Map<String, String> values) {
        Map<String, String> before = new HashMap<>(values);
        CHAINED.forEach(field -> item(change, field).ifPresent(item -> before.put(field, value(item.getFrom()))));
        return before;
    }

    private static Optional<ChangeItemBean> item(ChangeHistory change, String field) {
        return change.getChangeItemBeans().stream().filter(item -> IssueHistory.isField(item, field)).findFirst();
    }

    private static String value(String stored) {
        return stored == null ? NOBODY : stored;
    }

    private static Instant at(ChangeHistory change) {
        return change.getTimePerformed().toInstant();
    }

    private static List<ChangeHistory> without(List<ChangeHistory> all, int index) {
        List<ChangeHistory> rest = new ArrayList<>(all);
        rest.remove(index);
        return rest;
    }
}
