package org.intercomjira.embedded.pages.view;

import java.io.IOException;
import java.util.Map;
import org.intercomjira.embedded.pages.chrome.JiraPage;
import org.intercomjira.embedded.pages.chrome.Page;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;

/** {@code /secure/CreateIssue.jspa}: the form; the issue itself is created through REST. */
public final class CreateIssuePage extends JiraPage {
    public CreateIssuePage(Surroundings around) {
        super(around);
    }

    @Override
    protected void show(Visit visit) throws IOException {
        if (visit.isAnonymous()) {
            logIn(visit);
            return;
        }
        chrome.write(visit, Page.titled("Create Issue").content(render("create-issue", visit, Map.of()))
                .context("jira.create.issue").context("atl.general").script("people").script("create-issue"));
    }
}
