package org.intercomjira.embedded.jira.issue;

import com.atlassian.jira.user.ApplicationUser;

/** What transitions do beside changing the issue. */
public interface PostFunctions {
    /** No function at all. */
    PostFunctions NONE = (transition, before, outcome, user) -> { };

    /** Runs after the change is stored; whatever goes wrong is logged. {@code user} may be null. */
    void run(Workflow.Transition transition, StoredIssue before, Outcome outcome, ApplicationUser user);
}
