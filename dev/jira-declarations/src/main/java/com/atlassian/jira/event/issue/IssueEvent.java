package com.atlassian.jira.event.issue;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Optional;
import org.ofbiz.core.entity.GenericValue;

/** What happened to an issue, who did it, and the change group or comment that came of it. */
public final class IssueEvent {
    private IssueEvent() {
        throw new UnsupportedOperationException("declaration only");
    }

    public Issue getIssue() {
        throw new UnsupportedOperationException("declaration only");
    }

    public ApplicationUser getUser() {
        throw new UnsupportedOperationException("declaration only");
    }

    public Long getEventTypeId() {
        throw new UnsupportedOperationException("declaration only");
    }

    public GenericValue getChangeLog() {
        throw new UnsupportedOperationException("declaration only");
    }

    public Comment getComment() {
        throw new UnsupportedOperationException("declaration only");
    }

    public boolean isSendMail() {
        throw new UnsupportedOperationException("declaration only");
    }

    public Optional<?> getSpanningOperation() {
        throw new UnsupportedOperationException("declaration only");
    }
}
