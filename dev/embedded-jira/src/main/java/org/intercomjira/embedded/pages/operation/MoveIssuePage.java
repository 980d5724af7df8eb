package org.intercomjira.embedded.pages.operation;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.permission.ProjectPermissions;
import com.atlassian.jira.project.Project;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;

/** {@code /secure/MoveIssue.jspa}: to another project, which is named by its key. */
final class MoveIssuePage extends IssueOperationPage {
    MoveIssuePage(Surroundings around) {
        super(around);
    }

    @Override
    void ask(Visit visit, Issue issue) throws IOException {
        write(visit, "Move Issue", render("move-issue", visit, Map.of("id", issue.getId(), "key", issue.getKey(), "refused", visit.request().getMethod().equals("POST"))));
    }

    @Override
    void act(Visit visit, Issue issue) throws IOException {
        Optional<Project> target = around.rules().visibleProject(visit.parameter("project"), visit.user())
                .filter(project -> around.rules().may(ProjectPermissions.CREATE_ISSUES, project, visit.user()));
        if (target.isEmpty()) {
            ask(visit, issue);
        } else {
            visit.redirect("/browse/" + around.jira().issueActions().move(issue, target.get(), visit.user()).getKey());
        }
    }
}
