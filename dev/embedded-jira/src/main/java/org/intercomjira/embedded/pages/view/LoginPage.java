package org.intercomjira.embedded.pages.view;

import com.atlassian.jira.user.ApplicationUser;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.embedded.pages.access.Destination;
import org.intercomjira.embedded.pages.access.JiraSession;
import org.intercomjira.embedded.pages.chrome.JiraPage;
import org.intercomjira.embedded.pages.chrome.Page;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;

/** {@code /login.jsp}. */
public final class LoginPage extends JiraPage {
    public LoginPage(Surroundings around) {
        super(around);
    }

    @Override
    protected boolean isGuarded() {
        return false;
    }

    @Override
    protected void show(Visit visit) throws IOException {
        form(visit, false);
    }

    @Override
    protected void submit(Visit visit) throws IOException {
        Optional<ApplicationUser> user = around.jira().authenticate(visit.parameter("os_username"), visit.parameter("os_password"));
        if (user.isEmpty()) {
            visit.response().setHeader("X-Seraph-LoginReason", "AUTHENTICATED_FAILED");
            form(visit, true);
            return;
        }
        new JiraSession(visit.request()).logIn(user.get().getKey());
        visit.response().setHeader("X-Seraph-LoginReason", "OK");
        String home = visit.contextPath() + "/secure/Dashboard.jspa";
        visit.response().sendRedirect(new Destination(visit.request()).inside(visit.parameter("os_destination")).orElse(home));
    }

    private void form(Visit visit, boolean failed) throws IOException {
        Map<String, Object> values = Map.of(
                "failed", failed,
                "permissionViolation", !visit.parameter("permissionViolation").isEmpty() && visit.isAnonymous(),
                "notPermitted", !visit.parameter("permissionViolation").isEmpty() && !visit.isAnonymous(),
                "username", visit.parameter("os_username"),
                "destination", visit.parameter("os_destination"));
        chrome.write(visit, Page.titled("Log in").content(render("login", visit, values)).bodyClass("aui-page-focused aui-page-size-small"));
    }
}
