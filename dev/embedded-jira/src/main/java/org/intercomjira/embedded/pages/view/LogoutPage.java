package org.intercomjira.embedded.pages.view;

import java.io.IOException;
import java.util.Map;
import org.intercomjira.embedded.pages.access.JiraSession;
import org.intercomjira.embedded.pages.chrome.JiraPage;
import org.intercomjira.embedded.pages.chrome.Page;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;

/** {@code /logout}: a link with the token logs out at once, one without asks first, as in Jira. */
public final class LogoutPage extends JiraPage {
    public LogoutPage(Surroundings around) {
        super(around);
    }

    @Override
    protected void show(Visit visit) throws IOException {
        if (around.xsrf().isValid(visit.request())) {
            submit(visit);
        } else {
            chrome.write(visit, Page.titled("Logout").content(render("logout", visit, Map.of("done", visit.isAnonymous()))));
        }
    }

    @Override
    protected void submit(Visit visit) throws IOException {
        new JiraSession(visit.request()).logOut();
        visit.redirect("/logout");
    }
}
