package org.intercomjira.embedded.pages.workflow;

import java.io.IOException;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;
import org.intercomjira.embedded.spi.WorkflowAdministration;
import org.intercomjira.embedded.spi.WorkflowAdministration.Function;

/** A button beside a function that leads back to its transition: remove, move up, move down. Whoever only opens the address changes nothing. */
final class FunctionAction extends WorkflowPage {
    private final transient BiConsumer<WorkflowAdministration, Long> action;

    FunctionAction(Surroundings around, BiConsumer<WorkflowAdministration, Long> action) {
        super(around);
        this.action = action;
    }

    @Override
    protected void showToAdministrator(Visit visit) throws IOException {
        visit.redirect(FOLDER + "ViewWorkflowSteps.jspa");
    }

    @Override
    protected void submitByAdministrator(Visit visit) throws IOException {
        Optional<Function> function = function(visit);
        if (function.isEmpty()) {
            notThere(visit, "post function");
            return;
        }
        action.accept(workflows(), function.get().id());
        visit.redirect(addressOf(function.get().transition()));
    }
}
