package org.intercomjira.embedded.pages.view;

import com.atlassian.jira.issue.Issue;
import com.google.gson.Gson;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.embedded.pages.chrome.JiraPage;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;

/** {@code /secure/AjaxIssueAction!default.jspa?issueKey=DEMO-1}: the plugins' panels anew, for a page that refreshes without loading again. */
public final class IssuePanelsPage extends JiraPage {
    private final transient IssueView view;
    private final transient Gson gson = new Gson();

    public IssuePanelsPage(Surroundings around) {
        super(around);
        this.view = new IssueView(around);
    }

    @Override
    protected void show(Visit visit) throws IOException {
        Optional<Issue> issue = around.rules().visibleIssue(visit.parameter("issueKey"), visit.user());
        if (issue.isEmpty()) {
            visit.response().sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        List<Map<String, String>> panels = view.panels(visit, issue.get()).stream()
                .map(panel -> Map.of("completeKey", panel.key(), "label", panel.label(), "html", panel.html().text())).toList();
        visit.response().setContentType("application/json;charset=UTF-8");
        visit.response().getWriter().write(gson.toJson(Map.of("panels", Map.of("rightPanels", panels), "customFields", view.customFields(issue.get()).text())));
    }
}
