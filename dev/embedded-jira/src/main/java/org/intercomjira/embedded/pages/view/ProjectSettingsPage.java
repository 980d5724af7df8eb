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
import org.intercomjira.embedded.pages.template.Html;

/** {@code /plugins/servlet/project-config/DEMO}: the summary of the project's settings, and who has which role. */
public final class ProjectSettingsPage extends JiraPage {
    private final transient ProjectChrome sidebar;

    public ProjectSettingsPage(Surroundings around) {
        super(around);
        this.sidebar = new ProjectChrome(around);
    }

    @Override
    protected void show(Visit visit) throws IOException {
        String[] path = visit.path().split("/");
        Optional<Project> project = around.rules().visibleProject(path[0], visit.user());
        if (project.isEmpty()) {
            notVisible(visit, "project");
        } else if (!around.rules().administers(project.get(), visit.user())) {
            forbidden(visit);
        } else {
            settings(visit, project.get(), path.length > 1 && path[1].equals("roles") ? "roles" : "summary");
        }
    }

    private void settings(Visit visit, Project project, String tab) throws IOException {
        Map<String, Object> values = Map.of("projectKey", project.getKey(), "projectName", project.getName());
        Html content = render("project-" + tab, visit, values);
        chrome.write(visit, Page.titled(project.getName() + " - Project settings")
                .content(sidebar.settings(visit, project, "view_project_" + tab, content))
                .bodyClass(ProjectChrome.BODY_CLASS).meta("project-key", project.getKey())
                .context("atl.admin").script("project-" + tab));
    }
}
