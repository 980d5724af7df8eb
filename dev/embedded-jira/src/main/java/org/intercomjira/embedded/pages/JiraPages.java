package org.intercomjira.embedded.pages;

import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.websudo.WebSudoManager;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.intercomjira.embedded.pages.access.SecurityFilter;
import org.intercomjira.embedded.pages.access.SessionServlet;
import org.intercomjira.embedded.pages.access.WebSudoServlet;
import org.intercomjira.embedded.pages.chrome.PluginPageDecorator;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.operation.OperationPages;
import org.intercomjira.embedded.pages.view.AvatarServlet;
import org.intercomjira.embedded.pages.view.BrowsePage;
import org.intercomjira.embedded.pages.view.CreateIssuePage;
import org.intercomjira.embedded.pages.view.DashboardPage;
import org.intercomjira.embedded.pages.view.GeneralConfigurationPage;
import org.intercomjira.embedded.pages.view.HomePage;
import org.intercomjira.embedded.pages.view.IssueListPage;
import org.intercomjira.embedded.pages.view.IssuePanelsPage;
import org.intercomjira.embedded.pages.view.LoginPage;
import org.intercomjira.embedded.pages.view.LogoutPage;
import org.intercomjira.embedded.pages.view.ManageAppsPage;
import org.intercomjira.embedded.pages.view.NotFoundPage;
import org.intercomjira.embedded.pages.view.ProjectPage;
import org.intercomjira.embedded.pages.view.ProjectSettingsPage;
import org.intercomjira.embedded.pages.view.StaticFiles;
import org.intercomjira.embedded.pages.view.WebSudoPage;
import org.intercomjira.embedded.pages.workflow.WorkflowPages;
import org.intercomjira.embedded.spi.JiraSettings;
import org.intercomjira.embedded.spi.JiraSide;
import org.intercomjira.embedded.spi.PageDecorator;
import org.intercomjira.embedded.spi.PluginModules;
import org.intercomjira.embedded.spi.WebSide;

/** Jira's pages and their guards, wired. */
public final class JiraPages implements WebSide {
    private final Surroundings around;

    public JiraPages(JiraSide jira, PluginModules modules, JiraSettings settings) {
        this(jira, modules, settings, Clock.systemUTC());
    }

    JiraPages(JiraSide jira, PluginModules modules, JiraSettings settings, Clock clock) {
        this.around = Surroundings.of(jira, modules, settings, clock);
    }

    @Override
    public Filter securityFilter() {
        return new SecurityFilter(around.jira());
    }

    @Override
    public Map<String, HttpServlet> servlets() {
        Map<String, HttpServlet> servlets = new LinkedHashMap<>();
        addAccess(servlets);
        addIssues(servlets);
        addAdministration(servlets);
        servlets.put("/static/*", new StaticFiles());
        servlets.put("", new HomePage(around));
        servlets.put("/", new NotFoundPage(around));
        return servlets;
    }

    @Override
    public PageDecorator decorator() {
        return new PluginPageDecorator(around);
    }

    @Override
    public Map<Class<?>, Object> services() {
        return Map.of(WebSudoManager.class, around.administrators(), LoginUriProvider.class, around.login());
    }

    private void addAccess(Map<String, HttpServlet> servlets) {
        servlets.put("/login.jsp", new LoginPage(around));
        servlets.put("/logout", new LogoutPage(around));
        servlets.put("/rest/auth/1/session", new SessionServlet(around.jira(), around.settings(), around.rules()::currentUser));
        servlets.put("/rest/auth/1/websudo", new WebSudoServlet(around.administrators()));
    }

    private void addIssues(Map<String, HttpServlet> servlets) {
        servlets.put("/secure/Dashboard.jspa", new DashboardPage(around));
        servlets.put("/browse/*", new BrowsePage(around));
        servlets.put("/projects/*", new ProjectPage(around));
        servlets.put("/issues/*", new IssueListPage(around));
        servlets.put("/secure/AjaxIssueAction!default.jspa", new IssuePanelsPage(around));
        servlets.putAll(OperationPages.servlets(around));
        servlets.put("/secure/CreateIssue.jspa", new CreateIssuePage(around));
        servlets.put("/secure/useravatar", new AvatarServlet(around.templates()));
        servlets.put("/secure/projectavatar", new AvatarServlet(around.templates()));
        servlets.put("/plugins/servlet/project-config/*", new ProjectSettingsPage(around));
    }

    private void addAdministration(Map<String, HttpServlet> servlets) {
        servlets.put("/secure/admin/ViewApplicationProperties.jspa", new GeneralConfigurationPage(around));
        WebSudoPage webSudo = new WebSudoPage(around);
        servlets.put("/secure/admin/WebSudoAuthenticate!default.jspa", webSudo);
        servlets.put("/secure/admin/WebSudoAuthenticate.jspa", webSudo);
        servlets.put("/plugins/servlet/upm", new ManageAppsPage(around));
        servlets.putAll(WorkflowPages.servlets(around));
    }
}
