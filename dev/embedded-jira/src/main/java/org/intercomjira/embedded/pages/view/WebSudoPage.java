package org.intercomjira.embedded.pages.view;

import com.atlassian.jira.user.ApplicationUser;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.embedded.pages.access.Destination;
import org.intercomjira.embedded.pages.chrome.JiraPage;
import org.intercomjira.embedded.pages.chrome.Page;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;

/** {@code /secure/admin/WebSudoAuthenticate!default.jspa}: asks administrators for their password once more. */
public final class WebSudoPage extends JiraPage {
    public WebSudoPage(Surroundings around) {
        super(around);
    }

    @Override
    protected void show(Visit visit) throws IOException {
        if (around.rules().administersJira(visit.user())) {
            form(visit, false);
        } else {
            forbidden(visit);
        }
    }

    @Override
    protected void submit(Visit visit) throws IOException {
        if (!around.rules().administersJira(visit.user())) {
            forbidden(visit);
            return;
        }
        String name = visit.user().getUsername();
        Optional<ApplicationUser> confirmed = around.jira().authenticate(name, visit.parameter("webSudoPassword"));
        if (confirmed.isEmpty()) {
            form(visit, true);
            return;
        }
        around.administrators().start(visit.request());
        String home = visit.contextPath() + "/secure/admin/ViewApplicationProperties.jspa";
        visit.response().sendRedirect(new Destination(visit.request()).inside(visit.parameter("webSudoDestination")).orElse(home));
    }

    private void form(Visit visit, boolean failed) throws IOException {
        Map<String, Object> values = Map.of("failed", failed, "username", visit.user().getUsername(),
                "destination", visit.parameter("webSudoDestination"));
        chrome.write(visit, Page.titled("Administrator Access").content(render("websudo", visit, values)).bodyClass("aui-page-focused aui-page-size-small"));
    }
}
