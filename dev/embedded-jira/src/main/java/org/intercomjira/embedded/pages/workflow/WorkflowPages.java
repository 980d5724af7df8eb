package org.intercomjira.embedded.pages.workflow;

import jakarta.servlet.http.HttpServlet;
import java.util.LinkedHashMap;
import java.util.Map;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.spi.WorkflowAdministration;

/** The pages of the workflow by their addresses. */
public final class WorkflowPages {
    private WorkflowPages() {
    }

    public static Map<String, HttpServlet> servlets(Surroundings around) {
        Map<String, HttpServlet> servlets = new LinkedHashMap<>();
        put(servlets, "ViewWorkflowSteps.jspa", new WorkflowStepsPage(around));
        put(servlets, "ViewWorkflowTransition.jspa", new TransitionPage(around));
        form(servlets, "AddWorkflowTransitionPostFunction", new AddFunctionPage(around));
        form(servlets, "AddWorkflowTransitionFunctionParams", new FunctionParametersPage(around));
        form(servlets, "EditWorkflowTransitionPostFunctionParams", new EditFunctionPage(around));
        put(servlets, "DeleteWorkflowTransitionPostFunction.jspa", new FunctionAction(around, WorkflowAdministration::remove));
        put(servlets, "MoveWorkflowFunctionUp.jspa", new FunctionAction(around, WorkflowAdministration::moveUp));
        put(servlets, "MoveWorkflowFunctionDown.jspa", new FunctionAction(around, WorkflowAdministration::moveDown));
        return servlets;
    }

    /** Jira shows a form at {@code !default} and takes it at the plain address. */
    private static void form(Map<String, HttpServlet> servlets, String action, HttpServlet page) {
        put(servlets, action + "!default.jspa", page);
        put(servlets, action + ".jspa", page);
    }

    private static void put(Map<String, HttpServlet> servlets, String name, HttpServlet page) {
        servlets.put(WorkflowPage.FOLDER + name, page);
    }
}
