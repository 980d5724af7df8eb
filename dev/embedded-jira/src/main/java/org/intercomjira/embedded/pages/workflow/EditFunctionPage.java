package org.intercomjira.embedded.pages.workflow;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;
import org.intercomjira.embedded.pages.template.Html;
import org.intercomjira.embedded.spi.PluginExtensions.WorkflowFunction;
import org.intercomjira.embedded.spi.WorkflowAdministration.Function;

/** {@code EditWorkflowTransitionPostFunctionParams.jspa}: the plugin's form for a function that is on the transition. */
final class EditFunctionPage extends WorkflowPage {
    EditFunctionPage(Surroundings around) {
        super(around);
    }

    @Override
    protected void showToAdministrator(Visit visit) throws IOException {
        Optional<Function> function = function(visit);
        Optional<WorkflowFunction> module = function.flatMap(found -> module(found.moduleKey()));
        if (module.isEmpty()) {
            notThere(visit, "post function");
            return;
        }
        String transition = workflows().transitions().stream().filter(each -> each.id() == function.get().transition()).findFirst().orElseThrow().name();
        write(visit, "Update Function Parameters", render("workflow-function-parameters", visit, Map.of(
                "heading", "Update parameters of the " + module.get().name() + " Function for this transition.",
                "action", "EditWorkflowTransitionPostFunctionParams.jspa", "submit", "Update", "id", function.get().transition(), "name", transition,
                "title", module.get().name(), "count", function.get().id(),
                "parameters", new Html(module.get().html("edit-parameters", function.get().arguments())))));
    }

    @Override
    protected void submitByAdministrator(Visit visit) throws IOException {
        Optional<Function> function = function(visit);
        Optional<WorkflowFunction> module = function.flatMap(found -> module(found.moduleKey()));
        if (module.isEmpty()) {
            notThere(visit, "post function");
            return;
        }
        workflows().change(function.get().id(), module.get().arguments(visit.request().getParameterMap()));
        visit.redirect(WorkflowPage.addressOf(function.get().transition()));
    }
}
