package org.intercomjira.embedded.pages.view;

import com.atlassian.sal.api.websudo.WebSudoSessionException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.intercomjira.embedded.pages.chrome.AdministrationChrome;
import org.intercomjira.embedded.pages.chrome.JiraPage;
import org.intercomjira.embedded.pages.chrome.Page;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;

/** A page for Jira administrators in a secure session. */
public abstract class AdministrationPage extends JiraPage {
    private final transient AdministrationChrome administration;

    protected AdministrationPage(Surroundings around) {
        super(around);
        this.administration = new AdministrationChrome(around);
    }

    protected abstract void showToAdministrator(Visit visit) throws IOException;

    /** What a form does that an administrator has submitted; pages without a form leave it. */
    protected void submitByAdministrator(Visit visit) throws IOException {
        visit.response().sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
    }

    @Override
    protected final void show(Visit visit) throws IOException {
        if (isAdmitted(visit)) {
            showToAdministrator(visit);
        }
    }

    @Override
    protected final void submit(Visit visit) throws IOException {
        if (isAdmitted(visit)) {
            submitByAdministrator(visit);
        }
    }

    protected final void write(Visit visit, Page page, String activeSection, String activeTab) throws IOException {
        chrome.write(visit, page.content(administration.around(visit, activeSection, activeTab, page.content())).context("atl.admin"));
    }

    /** Otherwise the visitor has been sent elsewhere. */
    private boolean isAdmitted(Visit visit) throws IOException {
        if (!around.rules().administersJira(visit.user())) {
            forbidden(visit);
            return false;
        }
        try {
            around.administrators().willExecuteWebSudoRequest(visit.request());
            return true;
        } catch (WebSudoSessionException passwordNeeded) {
            around.administrators().enforceWebSudoProtection(visit.request(), visit.response());
            return false;
        }
    }
}
