package org.intercomjira.embedded.pages.view;

import java.io.IOException;
import org.intercomjira.embedded.pages.chrome.JiraPage;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;

/** The context root leads to the dashboard. */
public final class HomePage extends JiraPage {
    public HomePage(Surroundings around) {
        super(around);
    }

    @Override
    protected void show(Visit visit) throws IOException {
        visit.redirect("/secure/Dashboard.jspa");
    }
}
