package org.intercomjira.acceptance.face;

import java.util.List;
import java.util.Map;
import org.intercomjira.acceptance.host.Site;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a Jira administrator does on the pages of the workflow: opens them, fills in their forms and submits them. */
public final class WorkflowEditor {
    private static final String FOLDER = "/secure/admin/workflows/";
    private static final String NAME = "Notify Intercom Conversations";
    private final WebPages pages;

    public WorkflowEditor(Site site) {
        this.pages = new WebPages(site, Account.ADMIN);
        pages.confirmPassword(Account.ADMIN);
    }

    /** Puts the post function behind those that are on the transition. */
    public void add(String transition, boolean reopen) {
        Document choice = pages.open(FOLDER + "AddWorkflowTransitionPostFunction!default.jspa?workflowTransition=" + transition);
        String type = choice.select("label").stream().filter(label -> label.text().equals(NAME)).findFirst().orElseThrow().attr("for");
        Document parameters = pages.open(pages.submit(choice.selectFirst("#add-post-function-form"), Map.of("type", type)));
        pages.submit(parameters.selectFirst("#function-parameters-form"), reopen ? Map.of("reopen", "true") : Map.of());
    }

    /** Gives the only one of the plugins' functions on the transition another option, by its form, which shows the one that it has. */
    public void change(String transition, boolean reopen) {
        Document parameters = pages.open(functions(transition).get(0).selectFirst("a[href*=Edit]").attr("href"));
        if (parameters.selectFirst("input[name=reopen]").hasAttr("checked") == reopen) {
            throw new AssertionError("The form does not show what the function has: " + parameters.selectFirst("#function-parameters-form"));
        }
        pages.submit(parameters.selectFirst("#function-parameters-form"), reopen ? Map.of("reopen", "true") : Map.of());
    }

    /** The lines that describe the plugins' functions on the transition, in their order. */
    public List<String> descriptions(String transition) {
        return functions(transition).stream().map(function -> function.selectFirst(".workflow-function-description").text()).toList();
    }

    public void removeAll(String transition) {
        functions(transition).forEach(function -> pages.submit(function.selectFirst("form[action*=Delete]"), Map.of()));
    }

    private List<Element> functions(String transition) {
        return pages.open(FOLDER + "ViewWorkflowTransition.jspa?workflowTransition=" + transition).select("li.plugin-function");
    }
}
