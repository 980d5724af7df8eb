package org.intercomjira.embedded.pages.workflow;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;
import org.intercomjira.embedded.pages.template.Html;
import org.intercomjira.embedded.spi.PluginExtensions.WorkflowFunction;
import org.intercomjira.embedded.spi.WorkflowAdministration.Transition;

/** {@code AddWorkflowTransitionFunctionParams.jspa}: the plugin's form for a new function; what it submits is added behind the others. */
final class FunctionParametersPage extends WorkflowPage {
    FunctionParametersPage(Surroundings around) {
        super(around);
    }

    static String addressOf(int transition, String module) {
        return FOLDER + "AddWorkflowTransitionFunctionParams!default.jspa?" + TRANSITION + "=" + transition + "&type="
                + URLEncoder.encode(module, StandardCharsets.UTF_8);
    }

    @Override
    protected void showToAdministrator(Visit visit) throws IOException {
        Optional<Transition> transition = transition(visit);
        Optional<WorkflowFunction> module = module(visit.parameter("type"));
        if (transition.isEmpty() || module.isEmpty()) {
            notThere(visit, "post function");
            return;
        }
        write(visit, "Add Parameters To Function", render("workflow-function-parameters", visit, Map.of(
                "heading", "Add Parameters To Function", "action", "AddWorkflowTransitionFunctionParams.jspa", "submit", "Add",
                "id", transition.get().id(), "name", transition.get().name(), "title", module.get().name(), "type", module.get().key(),
                "parameters", new Html(module.get().html("input-parameters", Map.of())))));
    }

    @Override
    protected void submitByAdministrator(Visit visit) throws IOException {
        Optional<Transition> transition = transition(visit);
        Optional<WorkflowFunction> module = module(visit.parameter("type"));
        if (transition.isEmpty() || module.isEmpty()) {
            notThere(visit, "post function");
            return;
        }
        workflows().add(transition.get().id(), module.get().key(), module.get().arguments(visit.request().getParameterMap()));
        visit.redirect(WorkflowPage.addressOf(transition.get().id()));
    }
}
