package org.intercomjira.embedded.pages.view;

import com.atlassian.sal.api.websudo.WebSudoSessionException;
import java.io.IOException;
import org.intercomjira.embedded.pages.chrome.AdministrationChrome;
import org.intercomjira.embedded.pages.chrome.JiraPage;
import org.intercomjira.embedded.pages.chrome.Page;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;

/** A page for Jira administrators in a secure session. */
abstract class AdministrationPage extends JiraPage {
    private final transient AdministrationChrome administration;

    AdministrationPage(Surroundings around) {
        super(around);
        this.administration = new AdministrationChrome(around);
    }

    abstract void showToAdministrator(Visit visit) throws IOException;

    @Override
    protected final void show(Visit visit) throws IOException {
        if (!around.rules().administersJira(visit.user())) {
            forbidden(visit);
            return;
        }
        try {
            around.administrators().willExecuteWebSudoRequest(visit.request());
        } catch (WebSudoSessionException passwordNeeded) {
            around.administrators().enforceWebSudoProtection(visit.request(), visit.response());
            return;
        }
        showToAdministrator(visit);
    }

    final void write(Visit visit, Page page, String activeSection, String activeTab) throws IOException {
        chrome.write(visit, page.content(administration.around(visit, activeSection, activeTab, page.content())).context("atl.admin"));
    }
}
