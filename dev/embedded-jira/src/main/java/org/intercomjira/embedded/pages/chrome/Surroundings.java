package org.intercomjira.embedded.pages.chrome;

import java.time.Clock;
import org.intercomjira.embedded.pages.access.LoginAddress;
import org.intercomjira.embedded.pages.access.SecureAdministratorSessions;
import org.intercomjira.embedded.pages.access.XsrfTokens;
import org.intercomjira.embedded.pages.template.Templates;
import org.intercomjira.embedded.spi.JiraSettings;
import org.intercomjira.embedded.spi.JiraSide;
import org.intercomjira.embedded.spi.PluginModules;

/** What every page needs, put together once. */
public record Surroundings(JiraSide jira, PluginModules modules, JiraSettings settings, Rules rules, Templates templates,
                           XsrfTokens xsrf, SecureAdministratorSessions administrators, LoginAddress login) {
    public static Surroundings of(JiraSide jira, PluginModules modules, JiraSettings settings, Clock clock) {
        return new Surroundings(jira, modules, settings, new Rules(jira), new Templates(), new XsrfTokens(),
                new SecureAdministratorSessions(clock), new LoginAddress(settings.baseUrl().getPath()));
    }
}
