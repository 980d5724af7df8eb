package org.intercomjira.embedded.pages.workflow;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;

/** {@code ViewWorkflowSteps.jspa}: the statuses and the transitions to them. */
final class WorkflowStepsPage extends WorkflowPage {
    WorkflowStepsPage(Surroundings around) {
        super(around);
    }

    @Override
    protected void showToAdministrator(Visit visit) throws IOException {
        List<Map<String, Object>> transitions = workflows().transitions().stream().map(transition -> Map.<String, Object>of(
                "id", transition.id(), "name", transition.name(), "status", transition.status(),
                "functions", workflows().functionsOf(transition.id()).size())).toList();
        write(visit, "Workflow steps", render("workflow-steps", visit, Map.of("transitions", transitions)));
    }
}
