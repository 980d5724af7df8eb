package org.intercomjira.embedded.pages.workflow;

import java.io.IOException;
import java.util.Optional;
import org.intercomjira.embedded.pages.chrome.Page;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;
import org.intercomjira.embedded.pages.template.Html;
import org.intercomjira.embedded.pages.view.AdministrationPage;
import org.intercomjira.embedded.spi.PluginExtensions.WorkflowFunction;
import org.intercomjira.embedded.spi.WorkflowAdministration;
import org.intercomjira.embedded.spi.WorkflowAdministration.Function;
import org.intercomjira.embedded.spi.WorkflowAdministration.Transition;

/** What the pages of the workflow have in common: a transition that the address names, and plugins' functions. */
abstract class WorkflowPage extends AdministrationPage {
    static final String FOLDER = "/secure/admin/workflows/";
    static final String TRANSITION = "workflowTransition";

    WorkflowPage(Surroundings around) {
        super(around);
    }

    final WorkflowAdministration workflows() {
        return around.jira().workflows();
    }

    /** The module of an installed plugin. */
    final Optional<WorkflowFunction> module(String key) {
        return around.modules().extensions().workflowFunctions().stream().filter(module -> module.key().equals(key)).findFirst();
    }

    /** The transition that the address or the form names. */
    final Optional<Transition> transition(Visit visit) {
        return workflows().transitions().stream().filter(transition -> String.valueOf(transition.id()).equals(visit.parameter(TRANSITION))).findFirst();
    }

    /** The function that the address or the form names by {@code count}. */
    final Optional<Function> function(Visit visit) {
        String id = visit.parameter("count");
        return id.matches("[0-9]{1,18}") ? workflows().function(Long.parseLong(id)) : Optional.empty();
    }

    final void write(Visit visit, String title, Html content) throws IOException {
        write(visit, Page.titled(title).content(content), "admin_issues_menu", "workflows");
    }

    final void notThere(Visit visit, String what) throws IOException {
        notVisible(visit, what);
    }

    static String addressOf(int transition) {
        return FOLDER + "ViewWorkflowTransition.jspa?" + TRANSITION + "=" + transition;
    }
}
