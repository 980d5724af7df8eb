package org.intercomjira.embedded.pages;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.embedded.spi.WorkflowAdministration;

/** A workflow in memory. */
public final class StubWorkflow implements WorkflowAdministration {
    private final List<Function> functions = new ArrayList<>();
    private long last;

    @Override
    public List<Transition> transitions() {
        return List.of(new Transition(21, "Start", "In Progress"), new Transition(31, "Finish", "Done"));
    }

    @Override
    public synchronized List<Function> functionsOf(int transition) {
        return functions.stream().filter(function -> function.transition() == transition).toList();
    }

    @Override
    public synchronized Optional<Function> function(long id) {
        return functions.stream().filter(function -> function.id() == id).findFirst();
    }

    @Override
    public synchronized void add(int transition, String moduleKey, Map<String, String> arguments) {
        functions.add(new Function(++last, transition, moduleKey, arguments));
    }

    @Override
    public synchronized void change(long id, Map<String, String> arguments) {
        functions.replaceAll(function -> function.id() == id ? new Function(id, function.transition(), function.moduleKey(), arguments) : function);
    }

    @Override
    public synchronized void remove(long id) {
        functions.removeIf(function -> function.id() == id);
    }

    @Override
    public synchronized void moveUp(long id) {
        int at = functions.indexOf(function(id).orElseThrow());
        Collections.swap(functions, at, at - 1);
    }

    @Override
    public synchronized void moveDown(long id) {
        int at = functions.indexOf(function(id).orElseThrow());
        Collections.swap(functions, at, at + 1);
    }
}
