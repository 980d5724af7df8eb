package org.intercomjira.embedded.spi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The workflow and the plugins' post functions on its transitions, for the administrator's pages. */
public interface WorkflowAdministration {
    List<Transition> transitions();

    /** In the order in which they run. */
    List<Function> functionsOf(int transition);

    Optional<Function> function(long id);

    void add(int transition, String moduleKey, Map<String, String> arguments);

    void change(long id, Map<String, String> arguments);

    void remove(long id);

    /** Lets the function run before the one that ran before it. */
    void moveUp(long id);

    /** Lets the function run after the one that ran after it. */
    void moveDown(long id);

    /** A transition to a status. */
    record Transition(int id, String name, String status) {
    }

    /** A post function on a transition. */
    record Function(long id, int transition, String moduleKey, Map<String, String> arguments) {
    }
}
