package org.intercomjira.acceptance.soak;

import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.intercomjira.acceptance.face.Account;
import org.intercomjira.acceptance.face.Jira;

/** Someone who moves and comments some issues round and round, now on this node and now on that, and goes on until Jira has said yes often enough. */
final class Desk {
    private static final String COMMENT = "comment";
    private static final List<String> ROUND = List.of(Jira.IN_PROGRESS, Jira.DONE, COMMENT, Jira.TO_DO);
    /** After an edit that failed: a person would take longer. */
    private static final Duration BREATH = Duration.ofMillis(50);
    /** Then the other node is tried. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private final List<Jira> nodes;
    private final List<String> issues;
    private final Answers answers;
    private int turn;

    Desk(List<URI> nodes, List<String> issues, Answers answers) {
        this.nodes = nodes.stream().map(node -> new Jira(node, Account.ADMIN).within(PATIENCE)).toList();
        this.issues = new ArrayList<>(issues);
        this.answers = answers;
    }

    void work(int edits) {
        for (int made = 0; made < edits; turn++) {
            if (tries(issues.get(turn % issues.size()), ROUND.get(turn / issues.size() % ROUND.size()))) {
                made++;
            } else {
                LockSupport.parkNanos(BREATH.toNanos());
            }
        }
    }

    private boolean tries(String issue, String edit) {
        // The round and the place in it, so that an issue meets the nodes by turns.
        Jira node = nodes.get((turn / issues.size() + turn % issues.size()) % nodes.size());
        try {
            return answers.count(edit.equals(COMMENT) ? node.tryComment(issue, "In the meantime, number " + turn) : node.tryTransition(issue, edit));
        } catch (UncheckedIOException noAnswer) {
            answers.countMissing();
            return false;
        }
    }
}
