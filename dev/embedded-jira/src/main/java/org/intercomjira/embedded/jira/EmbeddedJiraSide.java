package org.intercomjira.embedded.jira;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.user.ApplicationUser;
import jakarta.servlet.http.HttpServlet;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.embedded.spi.Database;
import org.intercomjira.embedded.spi.JiraSettings;
import org.intercomjira.embedded.spi.JiraSide;

/** Puts Jira's own part together. */
public final class EmbeddedJiraSide implements JiraSide {
    /**
     * Opens Jira's own part; makes its tables and demo data at the first start.
     *
     * @param events where issue events are published, after each change is committed
     */
    public EmbeddedJiraSide(Database database, EventPublisher events, JiraSettings settings) {
    }

    @Override
    public Map<Class<?>, Object> services() {
        return Map.of();
    }

    @Override
    public Map<String, HttpServlet> servlets() {
        return Map.of();
    }

    @Override
    public Optional<ApplicationUser> authenticate(String name, String password) {
        return Optional.empty();
    }

    @Override
    public Optional<ApplicationUser> byAccessToken(String token) {
        return Optional.empty();
    }

    @Override
    public void actAs(ApplicationUser user) {
    }
}
