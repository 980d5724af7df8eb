package org.intercomjira.embedded.pages.view;

import java.io.IOException;
import java.util.Map;
import org.intercomjira.embedded.pages.chrome.JiraPage;
import org.intercomjira.embedded.pages.chrome.Page;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;

/** {@code /secure/Dashboard.jspa}: the projects, and what is assigned to the user. */
public final class DashboardPage extends JiraPage {
    public DashboardPage(Surroundings around) {
        super(around);
    }

    @Override
    protected void show(Visit visit) throws IOException {
        chrome.write(visit, Page.titled("System Dashboard")
                .content(render("dashboard", visit, Map.of("loggedIn", !visit.isAnonymous())))
                .context("atl.dashboard").context("atl.general").script("dashboard"));
    }
}
