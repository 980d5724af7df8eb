package org.intercomjira.notification;

import com.atlassian.jira.issue.Issue;
import java.util.Optional;

/** Whether people without an account in Jira may be told of an issue at all. */
final class IssueVisibility {
    private IssueVisibility() {
    }

    /**
     * Not of an issue with a security level, which is for some people of its project only: already its summary is none of anybody
     * else's business. And not of what has been archived, which is to be left in peace.
     */
    static boolean mayBeToldOf(Issue issue) {
        return hiddenBy(issue).isEmpty();
    }

    /** What keeps the issue from people without an account; empty when nothing does. */
    static Optional<CoverReason> hiddenBy(Issue issue) {
        if (issue.getSecurityLevelId() != null || hasSecureParent(issue)) {
            return Optional.of(CoverReason.SECURITY_LEVEL);
        }
        return issue.isArchived() || issue.getProjectObject().isArchived() ? Optional.of(CoverReason.ARCHIVED) : Optional.empty();
    }

    /** A sub-task has its parent's level; whether its own field already says so when the parent's has just changed is not documented. */
    private static boolean hasSecureParent(Issue issue) {
        return issue.isSubTask() && issue.getParentObject() != null && issue.getParentObject().getSecurityLevelId() != null;
    }
}
