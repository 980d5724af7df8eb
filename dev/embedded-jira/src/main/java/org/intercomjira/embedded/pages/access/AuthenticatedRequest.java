package org.intercomjira.embedded.pages.access;

import com.atlassian.jira.user.ApplicationUser;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.security.Principal;

/** A request that knows its user's name, as servlets of plugins expect. */
final class AuthenticatedRequest extends HttpServletRequestWrapper {
    private final ApplicationUser user;

    AuthenticatedRequest(HttpServletRequest request, ApplicationUser user) {
        super(request);
        this.user = user;
    }

    @Override
    public String getRemoteUser() {
        return user.getUsername();
    }

    @Override
    public Principal getUserPrincipal() {
        return user::getUsername;
    }
}
