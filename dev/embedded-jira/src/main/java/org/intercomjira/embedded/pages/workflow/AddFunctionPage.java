package org.intercomjira.embedded.pages.workflow;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;
import org.intercomjira.embedded.spi.PluginExtensions.WorkflowFunction;
import org.intercomjira.embedded.spi.WorkflowAdministration.Transition;

/** {@code AddWorkflowTransitionPostFunction.jspa}: which function is to be added. */
final class AddFunctionPage extends WorkflowPage {
    AddFunctionPage(Surroundings around) {
        super(around);
    }

    @Override
    protected void showToAdministrator(Visit visit) throws IOException {
        choose(visit, false);
    }

    @Override
    protected void submitByAdministrator(Visit visit) throws IOException {
        Optional<Transition> transition = transition(visit);
        Optional<WorkflowFunction> module = module(visit.parameter("type"));
        if (transition.isPresent() && module.isPresent()) {
            visit.redirect(FunctionParametersPage.addressOf(transition.get().id(), module.get().key()));
        } else {
            choose(visit, true);
        }
    }

    private void choose(Visit visit, boolean nothingChosen) throws IOException {
        Optional<Transition> transition = transition(visit);
        if (transition.isEmpty()) {
            notThere(visit, "transition");
            return;
        }
        List<Map<String, Object>> modules = around.modules().extensions().workflowFunctions().stream()
                .map(module -> Map.<String, Object>of("key", module.key(), "title", module.name(), "description", module.description())).toList();
        write(visit, "Add Post Function To Transition", render("workflow-function-add", visit, Map.of("id", transition.get().id(),
                "name", transition.get().name(), "nothingChosen", nothingChosen, "modules", modules)));
    }
}
