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
        Document question = pages.open("/secure/admin/WebSudoAuthenticate!default.jspa");
        pages.submit(question.selectFirst("#login-form"), Map.of("webSudoPassword", Account.ADMIN.password()));
    }

    /** Puts the post function behind those that are on the transition. */
    public void add(String transition, boolean reopen) {
        Document choice = pages.open(FOLDER + "AddWorkflowTransitionPostFunction!default.jspa?workflowTransition=" + transition);
        String type = choice.select("label").stream().filter(label -> label.text().equals(NAME)).findFirst().orElseThrow().attr("for");
        Document parameters = pages.open(pages.submit(choice.selectFirst("#add-post-function-form"), Map.of("type", type)));
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
