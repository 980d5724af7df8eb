package org.intercomjira.administration;

import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.websudo.WebSudoManager;
import com.atlassian.sal.api.websudo.WebSudoSessionException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.Permissions;
import org.springframework.stereotype.Component;

/**
 * Who may change something for the whole of Jira: a Jira administrator who has entered the password again not long ago, as
 * Jira's own administration asks it. Whoever only found an open browser has the session and not the password.
 */
@Component
public class SecureAdministrator {
    private final Permissions permissions;
    private final WebSudoManager webSudo;

    public SecureAdministrator(Permissions permissions, @ComponentImport WebSudoManager webSudo) {
        this.permissions = permissions;
        this.webSudo = webSudo;
    }

    /** 401 or 403. A script that brings a token or a password with each call has proved who it is by that. */
    public ApplicationUser require(HttpServletRequest request) {
        return bringsItsOwnCredentials(request) ? permissions.requireJiraAdministrator() : requirePassword(request);
    }

    /** 401 or 403; for a person at the page only, not for scripts. */
    public ApplicationUser requirePassword(HttpServletRequest request) {
        ApplicationUser user = permissions.requireJiraAdministrator();
        try {
            webSudo.willExecuteWebSudoRequest(request);
        } catch (WebSudoSessionException e) {
            throw new ApiException(403, "administration.password_again");
        }
        return user;
    }

    /** With a cookie it might be the cookie that logs the caller in, whatever the header says: a session, "remember me". */
    private static boolean bringsItsOwnCredentials(HttpServletRequest request) {
        String authorization = request.getHeader("Authorization");
        String scheme = authorization == null ? "" : authorization.toLowerCase(Locale.ROOT);
        return (scheme.startsWith("basic ") || scheme.startsWith("bearer ")) && request.getHeader("Cookie") == null;
    }
}
