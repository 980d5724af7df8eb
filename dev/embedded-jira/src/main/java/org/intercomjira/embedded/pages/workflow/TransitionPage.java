package org.intercomjira.embedded.pages.workflow;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;
import org.intercomjira.embedded.pages.template.Html;
import org.intercomjira.embedded.spi.WorkflowAdministration.Function;
import org.intercomjira.embedded.spi.WorkflowAdministration.Transition;

/** {@code ViewWorkflowTransition.jspa}: what runs after the transition, Jira's own functions and the plugins' between them. */
final class TransitionPage extends WorkflowPage {
    TransitionPage(Surroundings around) {
        super(around);
    }

    @Override
    protected void showToAdministrator(Visit visit) throws IOException {
        Optional<Transition> transition = transition(visit);
        if (transition.isEmpty()) {
            notThere(visit, "transition");
            return;
        }
        Map<String, Object> values = Map.of("id", transition.get().id(), "name", transition.get().name(), "status", transition.get().status(),
                "functions", described(workflows().functionsOf(transition.get().id())));
        write(visit, "Transition: " + transition.get().name(), render("workflow-transition", visit, values));
    }

    private List<Map<String, Object>> described(List<Function> functions) {
        List<Map<String, Object>> described = new ArrayList<>();
        for (Function function : functions) {
            Map<String, Object> values = new HashMap<>(Map.of("count", function.id(), "transition", function.transition(),
                    "first", described.isEmpty(), "last", described.size() == functions.size() - 1, "module", function.moduleKey()));
            module(function.moduleKey()).ifPresentOrElse(module -> {
                values.put("title", module.name());
                values.put("description", new Html(module.html("view", function.arguments())));
            }, () -> values.put("title", "Function of an app that does not run"));
            described.add(values);
        }
        return described;
    }
}
