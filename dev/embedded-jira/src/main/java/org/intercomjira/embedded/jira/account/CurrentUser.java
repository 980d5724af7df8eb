package org.intercomjira.embedded.jira.account;

import com.atlassian.jira.security.JiraAuthenticationContext;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Locale;

/** Who acts on this thread. Jira's JiraAuthenticationContext. */
public final class CurrentUser implements JiraAuthenticationContext {
    private final ThreadLocal<ApplicationUser> acting = new ThreadLocal<>();

    @Override
    public ApplicationUser getLoggedInUser() {
        return acting.get();
    }

    public boolean isLoggedInUser() {
        return acting.get() != null;
    }

    @Override
    public Locale getLocale() {
        return Locale.ENGLISH;
    }

    /** Null for anonymous. */
    public void setLoggedInUser(ApplicationUser user) {
        if (user == null) {
            acting.remove();
        } else {
            acting.set(user);
        }
    }
}
