package org.intercomjira.embedded.pages.view;

import com.atlassian.jira.project.Project;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.embedded.pages.chrome.JiraPage;
import org.intercomjira.embedded.pages.chrome.Page;
import org.intercomjira.embedded.pages.chrome.ProjectChrome;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;

/** {@code /projects/DEMO/issues}: the project's issues. */
public final class ProjectPage extends JiraPage {
    public ProjectPage(Surroundings around) {
        super(around);
    }

    @Override
    protected void show(Visit visit) throws IOException {
        String key = visit.path().split("/")[0];
        Optional<Project> project = around.rules().visibleProject(key, visit.user());
        if (project.isEmpty()) {
            notVisible(visit, "project");
        } else if (visit.path().endsWith("/issues")) {
            issues(visit, project.get());
        } else {
            visit.redirect("/projects/" + project.get().getKey() + "/issues");
        }
    }

    private void issues(Visit visit, Project project) throws IOException {
        ProjectChrome sidebar = new ProjectChrome(around);
        chrome.write(visit, Page.titled(project.getName() + " - Issues")
                .content(sidebar.beside(visit, project, "issues", render("project-issues", visit, Map.of("projectName", project.getName()))))
                .bodyClass(ProjectChrome.BODY_CLASS)
                .meta("project-key", project.getKey()).meta("project-id", project.getId().toString())
                .context("atl.general").context("jira.navigator").script("issue-list"));
    }
}
