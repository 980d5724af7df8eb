package org.intercomjira.embedded.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.Test;

class WorkflowPagesTest extends ServedPages {
    private static final String FOLDER = "/secure/admin/workflows/";
    private static final String TRANSITION = FOLDER + "ViewWorkflowTransition.jspa?workflowTransition=21";

    @Test
    void onlyAdministratorsInASecureSessionSeeAndChangeTheWorkflow() {
        Browser projectAdmin = server.browser().logIn("project-admin");
        assertThat(projectAdmin.get(TRANSITION).statusCode()).isEqualTo(403);
        assertThat(submit(projectAdmin, "AddWorkflowTransitionFunctionParams", Map.of("workflowTransition", "21", "type", StubExtensions.FUNCTION, "team", "a")).statusCode()).isEqualTo(403);
        Browser admin = server.browser().logIn("admin");
        assertThat(admin.get(TRANSITION).statusCode()).isEqualTo(302);
        assertThat(location(submit(admin, "AddWorkflowTransitionFunctionParams", Map.of("workflowTransition", "21", "type", StubExtensions.FUNCTION, "team", "a")))).contains("WebSudoAuthenticate");
        assertThat(functions(administrator())).isEmpty();
    }

    @Test
    void stepsLeadToTransitions() {
        Document steps = administrator().page(FOLDER + "ViewWorkflowSteps.jspa");
        assertThat(steps.select("#steps_table tbody tr").eachText()).containsExactly("Start (21) In Progress 0", "Finish (31) Done 0");
        assertThat(steps.select("#view_transition_21").attr("href")).isEqualTo("/jira" + TRANSITION);
    }

    @Test
    void aFunctionIsAddedByTheViewsOfItsPlugin() {
        Browser admin = administrator();
        Document choice = admin.page(FOLDER + "AddWorkflowTransitionPostFunction!default.jspa?workflowTransition=21");
        assertThat(choice.select("#descriptors_table tbody").text()).isEqualTo("Tell <a> team Tells it");
        String form = location(submit(admin, "AddWorkflowTransitionPostFunction", Map.of("workflowTransition", "21", "type", choice.select("input[name=type]").val())));
        assertThat(admin.page(form.substring("/jira".length())).select("#function-parameters-form em.input-parameters").text()).isEqualTo("none");

        add(admin, "blue");

        assertThat(functions(admin)).containsExactly("blue");
        assertThat(admin.page(TRANSITION).select("#workflow-post-functions > li").last().text()).startsWith("Fire a Generic Event");
    }

    @Test
    void nothingChosenIsSaid() {
        HttpResponse<String> answer = submit(administrator(), "AddWorkflowTransitionPostFunction", Map.of("workflowTransition", "21"));
        assertThat(answer.body()).contains("You must select a post function.");
    }

    @Test
    void functionsAreEditedMovedAndDeleted() {
        Browser admin = administrator();
        List.of("blue", "red").forEach(team -> add(admin, team));
        String red = admin.page(TRANSITION).select("li.plugin-function").get(1).attr("data-count");
        assertThat(admin.page(FOLDER + "EditWorkflowTransitionPostFunctionParams!default.jspa?count=" + red).select("em.edit-parameters").text()).isEqualTo("red");

        submit(admin, "EditWorkflowTransitionPostFunctionParams", Map.of("count", red, "team", "green"));
        submit(admin, "MoveWorkflowFunctionUp", Map.of("count", red));
        assertThat(functions(admin)).containsExactly("green", "blue");
        submit(admin, "MoveWorkflowFunctionDown", Map.of("count", red));
        assertThat(functions(admin)).containsExactly("blue", "green");
        submit(admin, "DeleteWorkflowTransitionPostFunction", Map.of("count", red));
        assertThat(functions(admin)).containsExactly("blue");
    }

    @Test
    void aLinkAloneDeletesNothing() {
        Browser admin = administrator();
        add(admin, "blue");
        String count = admin.page(TRANSITION).select("li.plugin-function").attr("data-count");
        admin.get(FOLDER + "DeleteWorkflowTransitionPostFunction.jspa?count=" + count);
        assertThat(admin.post(FOLDER + "DeleteWorkflowTransitionPostFunction.jspa", Map.of("count", count)).statusCode()).isEqualTo(403);
        assertThat(functions(admin)).containsExactly("blue");
    }

    @Test
    void theFunctionOfAnAppThatIsGoneCanStillBeDeleted() {
        Browser admin = administrator();
        server.jira.workflows().add(21, "org.gone:x", Map.of());
        Elements gone = admin.page(TRANSITION).select("li.plugin-function");
        assertThat(gone.text()).contains("Function of an app that does not run").doesNotContain("Edit");
        submit(admin, "DeleteWorkflowTransitionPostFunction", Map.of("count", gone.attr("data-count")));
        assertThat(admin.page(TRANSITION).select("li.plugin-function")).isEmpty();
    }

    @Test
    void whatIsNotThereIsNotFound() {
        Browser admin = administrator();
        assertThat(admin.get(FOLDER + "ViewWorkflowTransition.jspa?workflowTransition=99").statusCode()).isEqualTo(404);
        assertThat(admin.get(FOLDER + "EditWorkflowTransitionPostFunctionParams!default.jspa?count=7").statusCode()).isEqualTo(404);
        assertThat(admin.get(FOLDER + "AddWorkflowTransitionFunctionParams!default.jspa?workflowTransition=21&type=org.gone:x").statusCode()).isEqualTo(404);
    }

    private Browser administrator() {
        return server.browser().logIn("admin").confirmAsAdministrator("admin");
    }

    private static void add(Browser admin, String team) {
        submit(admin, "AddWorkflowTransitionFunctionParams", Map.of("workflowTransition", "21", "type", StubExtensions.FUNCTION, "team", team));
    }

    private static HttpResponse<String> submit(Browser browser, String action, Map<String, String> fields) {
        Map<String, String> form = new HashMap<>(fields);
        form.put("atl_token", browser.token());
        return browser.post(FOLDER + action + ".jspa", form);
    }

    private static List<String> functions(Browser admin) {
        return admin.page(TRANSITION).select("li.plugin-function em.view").eachText();
    }

    private static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("none");
    }
}
