package org.intercomjira.embedded.pages.operation;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.IssueManager;
import com.atlassian.jira.permission.ProjectPermissions;
import java.io.IOException;
import java.util.Optional;
import org.intercomjira.embedded.pages.chrome.JiraPage;
import org.intercomjira.embedded.pages.chrome.Page;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;
import org.intercomjira.embedded.pages.template.Html;

/** A form about one issue, which the parameter {@code id} names, for people who may edit it. */
abstract class IssueOperationPage extends JiraPage {
    IssueOperationPage(Surroundings around) {
        super(around);
    }

    abstract void ask(Visit visit, Issue issue) throws IOException;

    abstract void act(Visit visit, Issue issue) throws IOException;

    @Override
    protected final void show(Visit visit) throws IOException {
        Optional<Issue> issue = issue(visit);
        if (issue.isPresent()) {
            ask(visit, issue.get());
        }
    }

    @Override
    protected final void submit(Visit visit) throws IOException {
        Optional<Issue> issue = issue(visit);
        if (issue.isPresent()) {
            act(visit, issue.get());
        }
    }

    final void write(Visit visit, String title, Html content) throws IOException {
        chrome.write(visit, Page.titled(title).content(content).context("atl.general"));
    }

    /** Empty when the visitor has been told that there is none for him. */
    private Optional<Issue> issue(Visit visit) throws IOException {
        String id = visit.parameter("id");
        Optional<Issue> issue = id.matches("[0-9]{1,18}")
                ? Optional.<Issue>ofNullable(around.jira().service(IssueManager.class).getIssueObject(Long.valueOf(id))) : Optional.empty();
        Optional<Issue> visible = issue.filter(found -> around.rules().may(ProjectPermissions.BROWSE_PROJECTS, found, visit.user()));
        if (visible.isEmpty()) {
            notVisible(visit, "issue");
        } else if (!around.rules().may(ProjectPermissions.EDIT_ISSUES, visible.get(), visit.user())) {
            forbidden(visit);
            return Optional.empty();
        }
        return visible;
    }
}
