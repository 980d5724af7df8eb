package org.intercomjira.report;

import com.atlassian.jira.project.Project;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.intercomjira.platform.HtmlPages;
import org.intercomjira.platform.Permissions;
import org.intercomjira.platform.VisibleText;

/** Project > Intercom report: the frame of the page, which a script fills. */
public class ReportServlet extends HttpServlet {
    static final List<String> TEXTS = List.of("title", "intro", "export", "loading");

    private final transient Permissions permissions;
    private final transient HtmlPages pages;

    public ReportServlet(Permissions permissions, HtmlPages pages) {
        this.permissions = permissions;
        this.pages = pages;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        pages.guarding(request, response, () -> {
            Project project = permissions.requireVisibleProject(request.getParameter("projectKey"));
            pages.render(response, "templates/report/report.vm", "report-page", "intercom.report.page.", TEXTS,
                    Map.of("projectKey", project.getKey(), "projectName", VisibleText.or(project.getName(), project.getKey()), "contextPath", request.getContextPath()));
        });
    }
}
