package org.intercomjira.embedded.jira.search;

import com.atlassian.jira.jql.query.QueryCreationContext;
import com.atlassian.jira.user.ApplicationUser;

/**
 * Who asks, and how.
 *
 * @param getApplicationUser  null for anonymous
 * @param isSecurityOverriden whether issues are found that the user may not see
 * @param strict              whether the query is to be checked before it is answered
 */
public record Searcher(ApplicationUser getApplicationUser, boolean isSecurityOverriden, boolean strict) implements QueryCreationContext {
    /** Somebody at the search page or at REST. */
    public static Searcher of(ApplicationUser user) {
        return new Searcher(user, false, true);
    }
}
