package org.intercomjira.embedded.pages.view;

import java.io.IOException;
import java.util.Map;
import org.intercomjira.embedded.pages.chrome.Page;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;

/** {@code /plugins/servlet/upm}: the installed apps, and the upload of one. */
public final class ManageAppsPage extends AdministrationPage {
    public ManageAppsPage(Surroundings around) {
        super(around);
    }

    @Override
    protected void showToAdministrator(Visit visit) throws IOException {
        write(visit, Page.titled("Manage apps").content(render("manage-apps", visit, Map.of())).script("manage-apps"),
                "admin_plugins_menu", "upm-admin-link");
    }
}
