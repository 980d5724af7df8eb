package org.intercomjira.connection;

import com.atlassian.jira.project.Project;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.intercomjira.platform.HtmlPages;
import org.intercomjira.platform.Permissions;
import org.intercomjira.platform.ProjectId;

/** Project settings > Intercom integration. */
public class ProjectServlet extends HttpServlet {
    private final transient Permissions permissions;
    private final transient HtmlPages pages;
    private final transient ProjectPage page;

    public ProjectServlet(Permissions permissions, HtmlPages pages, ProjectPage page) {
        this.permissions = permissions;
        this.pages = pages;
        this.page = page;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.guarding(request, response, () -> {
            Project project = permissions.requireAdministeredProject(request.getParameter("projectKey"));
            pages.render(response, "templates/connection/project.vm", "project-page", "intercom.connection.page.", ProjectPage.TEXTS,
                    page.values(project.getKey(), new ProjectId(project.getId()), request.getParameter("result")));
        });
    }
}
