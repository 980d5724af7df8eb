package org.intercomjira.notification;

import com.atlassian.jira.issue.Issue;

/** Whether people without an account in Jira may be told of an issue at all. */
final class IssueVisibility {
    private IssueVisibility() {
    }

    /**
     * Not of an issue with a security level, which is for some people of its project only: already its summary is none of anybody
     * else's business. And not of what has been archived, which is to be left in peace.
     */
    static boolean mayBeToldOf(Issue issue) {
        return issue.getSecurityLevelId() == null && !issue.isArchived() && !issue.getProjectObject().isArchived();
    }
}
