package org.intercomjira.embedded.jira.issue;

import com.atlassian.jira.event.type.EventType;
import java.util.List;
import java.util.Optional;

/** Jira's simplified workflow: a status for each column of the board, each reachable from everywhere. */
public final class Workflow {
    public static final String TO_DO = "10000";
    public static final String IN_PROGRESS = "3";
    public static final String DONE = "10001";

    private static final List<Transition> TRANSITIONS = List.of(
            new Transition(11, "To Do", TO_DO), new Transition(21, "In Progress", IN_PROGRESS), new Transition(31, "Done", DONE));

    /** An action that moves an issue to a status. */
    public record Transition(int id, String name, String target) {
        /** The simplified workflow fires the generic event on all its transitions. */
        Long eventType() {
            return EventType.ISSUE_GENERICEVENT_ID;
        }
    }

    /** All transitions that there are. */
    public static List<Transition> all() {
        return TRANSITIONS;
    }

    public List<Transition> transitionsOf(StoredIssue issue) {
        return TRANSITIONS;
    }

    public Optional<Transition> transition(StoredIssue issue, int id) {
        return transitionsOf(issue).stream().filter(transition -> transition.id() == id).findFirst();
    }
}
