package org.intercomjira.embedded.spi;

import com.atlassian.jira.user.ApplicationUser;
import jakarta.servlet.http.HttpServlet;
import java.util.Map;
import java.util.Optional;

/** Jira's own data and rules, as the host and the pages see them. Pages read issues and projects through {@link #services()}. */
public interface JiraSide {
    /** The services that plugins may import, by interface: {@code IssueManager.class -> ...}. */
    Map<Class<?>, Object> services();

    /** The service with this interface. */
    default <T> T service(Class<T> type) {
        return type.cast(services().get(type));
    }

    /** Jira's own REST servlets by URL pattern below the context path, for instance {@code /rest/api/2/*}. */
    Map<String, HttpServlet> servlets();

    /** The user with this name and password; empty when they do not fit or the user is inactive. */
    Optional<ApplicationUser> authenticate(String name, String password);

    /** The user who owns this personal access token. Tokens are made by {@code POST /rest/pat/latest/tokens}. */
    Optional<ApplicationUser> byAccessToken(String token);

    /** What plugins add to Jira's rules from now on; called once, before any plugin runs. */
    default void extendBy(PluginExtensions extensions) {
    }

    default WorkflowAdministration workflows() {
        throw new UnsupportedOperationException("no workflows here");
    }

    default CustomFieldViews customFields() {
        throw new UnsupportedOperationException("no custom fields here");
    }

    default IssueActions issueActions() {
        throw new UnsupportedOperationException("no issues here");
    }

    /** Who acts on this thread from now on; null for anonymous. The security filter calls it at the start and at the end of a request. */
    void actAs(ApplicationUser user);
}
