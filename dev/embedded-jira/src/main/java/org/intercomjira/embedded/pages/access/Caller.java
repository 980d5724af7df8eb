package org.intercomjira.embedded.pages.access;

import com.atlassian.jira.user.ApplicationUser;

/** What the credentials of a request say. */
sealed interface Caller {
    /** No credentials, or a session of nobody. */
    record Anonymous() implements Caller {
    }

    /** Somebody whose credentials fit. */
    record Known(ApplicationUser user) implements Caller {
    }

    /** Credentials that do not fit: never treated as anonymous, or a mistyped token would look like a missing permission. */
    record Refused() implements Caller {
    }
}
