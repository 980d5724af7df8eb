package org.intercomjira.embedded.pages;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.apache.catalina.Context;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.intercomjira.embedded.spi.HistorySettings;
import org.intercomjira.embedded.spi.JiraSettings;
import org.intercomjira.embedded.spi.PageDecorator;

/** The pages in a Tomcat of their own, without a host of plugins. */
final class PagesServer implements AutoCloseable {
    private final Tomcat tomcat = new Tomcat();
    final TestClock clock = new TestClock();
    final StubJira jira = new StubJira();

    PagesServer(Path directory) throws LifecycleException {
        JiraSettings settings = new JiraSettings(URI.create("http://127.0.0.1/jira"), List.of(), "node1", HistorySettings.BY_ID);
        JiraPages pages = new JiraPages(jira, new StubModules(), settings, clock);
        tomcat.setBaseDir(directory.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        StandardContext context = (StandardContext) tomcat.addContext("/jira", directory.toString());
        // Looking for leaks needs doors of the JDK that are shut, and Tomcat would warn about each.
        context.setClearReferencesObjectStreamClassCaches(false);
        context.setClearReferencesRmiTargets(false);
        context.setClearReferencesThreadLocals(false);
        addFilter(context, pages.securityFilter());
        pages.servlets().forEach((pattern, servlet) -> addServlet(context, pattern, servlet));
        addServlet(context, "/whoami", new WhoAmI(jira));
        addServlet(context, "/decorated/*", new Decorated(pages.decorator()));
        tomcat.start();
    }

    String address() {
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort() + "/jira";
    }

    Browser browser() {
        return new Browser(address());
    }

    @Override
    public void close() throws LifecycleException {
        tomcat.stop();
        tomcat.destroy();
    }

    private static void addServlet(Context context, String pattern, HttpServlet servlet) {
        Tomcat.addServlet(context, pattern, servlet);
        context.addServletMappingDecoded(pattern, pattern);
    }

    private static void addFilter(Context context, Filter filter) {
        FilterDef definition = new FilterDef();
        definition.setFilterName("security");
        definition.setFilter(filter);
        context.addFilterDef(definition);
        FilterMap map = new FilterMap();
        map.setFilterName("security");
        map.addURLPattern("/*");
        context.addFilterMap(map);
    }

    /** Tells who acts, and what the request says. */
    private static final class WhoAmI extends HttpServlet {
        private final transient StubJira jira;

        WhoAmI(StubJira jira) {
            this.jira = jira;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            ApplicationUser user = jira.service(JiraAuthenticationContext.class).getLoggedInUser();
            response.getWriter().write((user == null ? "nobody" : user.getUsername()) + "/" + request.getRemoteUser());
        }
    }

    /** Writes the parameter html as a plugin's servlet would. */
    private static final class Decorated extends HttpServlet {
        private final transient PageDecorator decorator;

        Decorated(PageDecorator decorator) {
            this.decorator = decorator;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            decorator.decorate(request, response, request.getParameter("html"));
        }
    }
}
