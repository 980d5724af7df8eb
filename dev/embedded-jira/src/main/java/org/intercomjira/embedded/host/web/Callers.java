package org.intercomjira.embedded.host.web;

import com.atlassian.jira.permission.GlobalPermissionKey;
import com.atlassian.jira.security.GlobalPermissionManager;
import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.sal.api.auth.LoginUriProvider;
import java.net.URI;

/** Who calls, on the thread of a request. */
public record Callers(JiraAuthenticationContext authentication, GlobalPermissionManager permissions, LoginUriProvider login) {
    public boolean isLoggedIn() {
        return authentication.getLoggedInUser() != null;
    }

    public boolean isAdministrator() {
        return isLoggedIn() && permissions.hasPermission(GlobalPermissionKey.ADMINISTER, authentication.getLoggedInUser());
    }

    URI loginAddress(URI returnTo) {
        return login.getLoginUri(returnTo);
    }
}
