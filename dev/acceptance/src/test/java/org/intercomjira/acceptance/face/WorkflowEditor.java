package org.intercomjira.acceptance.face;

import java.net.CookieManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.intercomjira.acceptance.host.Site;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** What a Jira administrator does on the pages of the workflow: opens them, fills in their forms and submits them. */
public final class WorkflowEditor {
    private static final String FOLDER = "/secure/admin/workflows/";
    private static final String NAME = "Notify Intercom Conversations";
    private final Site site;
    private final Http browser;

    public WorkflowEditor(Site site) {
        this.site = site;
        this.browser = Http.at(site.jira(), new CookieManager());
        browser.post("/rest/auth/1/session", Map.of("username", Account.ADMIN.userName(), "password", Account.ADMIN.password())).expect(200);
        Document question = page("/secure/admin/WebSudoAuthenticate!default.jspa");
        submit(question.selectFirst("#login-form"), Map.of("webSudoPassword", Account.ADMIN.password()));
    }

    /** Puts the post function behind those that are on the transition. */
    public void add(String transition, boolean reopen) {
        Document choice = page(FOLDER + "AddWorkflowTransitionPostFunction!default.jspa?workflowTransition=" + transition);
        String type = choice.select("label").stream().filter(label -> label.text().equals(NAME)).findFirst().orElseThrow().attr("for");
        Reply chosen = submit(choice.selectFirst("#add-post-function-form"), Map.of("type", type));
        Document parameters = page(site.jira().resolve(chosen.location().orElseThrow()).toString());
        submit(parameters.selectFirst("#function-parameters-form"), reopen ? Map.of("reopen", "true") : Map.of());
    }

    /** The lines that describe the plugins' functions on the transition, in their order. */
    public List<String> descriptions(String transition) {
        return functions(transition).stream().map(function -> function.selectFirst(".workflow-function-description").text()).toList();
    }

    public void removeAll(String transition) {
        functions(transition).forEach(function -> submit(function.selectFirst("form[action*=Delete]"), Map.of()));
    }

    private List<Element> functions(String transition) {
        return page(FOLDER + "ViewWorkflowTransition.jspa?workflowTransition=" + transition).select("li.plugin-function");
    }

    private Document page(String path) {
        return Jsoup.parse(browser.get(path).expect(200).body());
    }

    /** Sends the form with its hidden fields and these. */
    private Reply submit(Element form, Map<String, String> filledIn) {
        Map<String, String> fields = new HashMap<>(filledIn);
        form.select("input[type=hidden]").forEach(field -> fields.put(field.attr("name"), field.val()));
        return browser.postForm(site.jira().resolve(form.attr("action")).toString(), fields).expect(302);
    }
}
