package org.intercomjira.embedded.pages.view;

import com.atlassian.jira.issue.Issue;
import java.io.IOException;
import java.util.Optional;
import org.intercomjira.embedded.pages.chrome.JiraPage;
import org.intercomjira.embedded.pages.chrome.Page;
import org.intercomjira.embedded.pages.chrome.ProjectChrome;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;
import org.intercomjira.embedded.pages.template.Html;

/** {@code /browse/DEMO-1} shows the issue, {@code /browse/DEMO} leads to the project. */
public final class BrowsePage extends JiraPage {
    private final transient IssueView view;

    public BrowsePage(Surroundings around) {
        super(around);
        this.view = new IssueView(around);
    }

    @Override
    protected void show(Visit visit) throws IOException {
        String key = visit.path();
        if (!key.contains("-")) {
            visit.redirect("/projects/" + key + "/issues");
            return;
        }
        Optional<Issue> issue = around.rules().visibleIssue(key, visit.user());
        if (issue.isEmpty()) {
            notVisible(visit, "issue");
        } else {
            issue(visit, issue.get());
        }
    }

    private void issue(Visit visit, Issue issue) throws IOException {
        Html content = render("issue", visit, view.values(visit, issue));
        chrome.write(visit, Page.titled("[" + issue.getKey() + "] " + issue.getSummary())
                .content(new ProjectChrome(around).beside(visit, issue.getProjectObject(), "issues", content))
                .bodyClass(ProjectChrome.BODY_CLASS)
                .meta("issue-key", issue.getKey()).meta("issue-id", issue.getId().toString())
                .meta("project-key", issue.getProjectObject().getKey())
                .context("jira.view.issue").context("atl.general")
                .script("people").script("issue-fields").script("issue-activity").script("issue-dialogs").script("issue-view"));
    }
}
