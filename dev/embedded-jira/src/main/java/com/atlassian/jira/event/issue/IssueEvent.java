package com.atlassian.jira.event.issue;

import com.atlassian.jira.event.operation.SpanningOperation;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.comments.Comment;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.ofbiz.core.entity.GenericValue;

/** What happened to an issue, who did it, and the change group or comment that came of it. */
public final class IssueEvent {
    private final Issue issue;
    private final ApplicationUser user;
    private final Comment comment;
    private final GenericValue changeLog;
    private final Map<String, Object> params;
    private final Long eventTypeId;
    private final boolean sendMail;
    private final SpanningOperation spanningOperation;
    private final Date time = new Date();

    /** User, comment, change log and spanning operation may be null. */
    public IssueEvent(Issue issue, ApplicationUser user, Comment comment, GenericValue changeLog, Map<String, Object> params, Long eventTypeId,
                      boolean sendMail, SpanningOperation spanningOperation) {
        this.sendMail = sendMail;
        this.spanningOperation = spanningOperation;
        this.issue = issue;
        this.user = user;
        this.comment = comment;
        this.changeLog = changeLog;
        this.params = Map.copyOf(params);
        this.eventTypeId = eventTypeId;
    }

    public Issue getIssue() {
        return issue;
    }

    public Project getProject() {
        return issue.getProjectObject();
    }

    public ApplicationUser getUser() {
        return user;
    }

    public Comment getComment() {
        return comment;
    }

    public GenericValue getChangeLog() {
        return changeLog;
    }

    public Long getEventTypeId() {
        return eventTypeId;
    }

    public Map<String, Object> getParams() {
        return params;
    }

    public Date getTime() {
        return time;
    }

    public boolean isSendMail() {
        return sendMail;
    }

    /** Present when the event belongs to an operation over several issues. */
    public Optional<SpanningOperation> getSpanningOperation() {
        return Optional.ofNullable(spanningOperation);
    }
}
