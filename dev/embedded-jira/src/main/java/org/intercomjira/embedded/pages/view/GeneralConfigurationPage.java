package org.intercomjira.embedded.pages.view;

import java.io.IOException;
import java.util.Map;
import org.intercomjira.embedded.pages.chrome.Page;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;

/** {@code /secure/admin/ViewApplicationProperties.jspa}: how this Jira was started. */
public final class GeneralConfigurationPage extends AdministrationPage {
    public GeneralConfigurationPage(Surroundings around) {
        super(around);
    }

    @Override
    protected void showToAdministrator(Visit visit) throws IOException {
        Map<String, Object> values = Map.of("baseUrl", around.settings().baseUrl().toString(), "node", around.settings().nodeId());
        write(visit, Page.titled("General configuration").content(render("general-configuration", visit, values)),
                "top_system_section", "general_configuration");
    }
}
