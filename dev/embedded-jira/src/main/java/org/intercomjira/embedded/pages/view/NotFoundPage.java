package org.intercomjira.embedded.pages.view;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.intercomjira.embedded.pages.chrome.JiraPage;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;

/** Everything that nobody else serves. */
public final class NotFoundPage extends JiraPage {
    public NotFoundPage(Surroundings around) {
        super(around);
    }

    @Override
    protected void show(Visit visit) throws IOException {
        message(visit, HttpServletResponse.SC_NOT_FOUND, "Oops, you've found a dead link.", "The page that you asked for is not here.");
    }
}
