package org.intercomjira.embedded.jira;

import com.atlassian.event.api.EventPublisher;
import com.atlassian.jira.user.ApplicationUser;
import jakarta.servlet.http.HttpServlet;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.embedded.jira.issue.PageActions;
import org.intercomjira.embedded.jira.rest.JiraRest;
import org.intercomjira.embedded.spi.CustomFieldViews;
import org.intercomjira.embedded.spi.Database;
import org.intercomjira.embedded.spi.IssueActions;
import org.intercomjira.embedded.spi.JiraSettings;
import org.intercomjira.embedded.spi.JiraSide;
import org.intercomjira.embedded.spi.PluginExtensions;
import org.intercomjira.embedded.spi.WorkflowAdministration;

/** Jira's own part: data, rules, services for plugins, REST. */
public final class EmbeddedJiraSide implements JiraSide {
    private final Domain domain;
    private final JiraSettings settings;

    /**
     * Opens Jira's own part; makes its tables and demo data at the first start.
     *
     * @param events where issue events are published, after each change is committed
     */
    public EmbeddedJiraSide(Database database, EventPublisher events, JiraSettings settings) {
        this.domain = Domain.open(database, events, settings, Clock.systemUTC());
        this.settings = settings;
    }

    Domain domain() {
        return domain;
    }

    @Override
    public Map<Class<?>, Object> services() {
        return domain.services();
    }

    @Override
    public Map<String, HttpServlet> servlets() {
        return new JiraRest(domain, settings.baseUrl()).servlets();
    }

    @Override
    public void extendBy(PluginExtensions extensions) {
        domain.extendBy(extensions);
    }

    @Override
    public WorkflowAdministration workflows() {
        return domain.workflows();
    }

    @Override
    public CustomFieldViews customFields() {
        return domain.customFields();
    }

    @Override
    public IssueActions issueActions() {
        return new PageActions(domain.issues(), domain.issueOperations(), domain.issueMoves(), domain.accounts());
    }

    @Override
    public Optional<ApplicationUser> authenticate(String name, String password) {
        return domain.accounts().authenticate(name, password).map(ApplicationUser.class::cast);
    }

    @Override
    public Optional<ApplicationUser> byAccessToken(String token) {
        return domain.tokens().owner(token).map(ApplicationUser.class::cast);
    }

    @Override
    public void actAs(ApplicationUser user) {
        domain.frames().request(user != null);
        domain.currentUser().setLoggedInUser(user);
    }
}
