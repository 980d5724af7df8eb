package com.atlassian.jira.issue;

import com.atlassian.jira.issue.attachment.Attachment;
import com.atlassian.jira.issue.fields.renderer.IssueRenderContext;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import java.sql.Timestamp;
import java.util.Collection;

/** An issue as it is at this moment. */
public interface Issue {
    Long getId();

    String getKey();

    String getSummary();

    String getDescription();

    Project getProjectObject();

    Long getProjectId();

    Status getStatus();

    String getStatusId();

    ApplicationUser getAssignee();

    ApplicationUser getReporter();

    Timestamp getCreated();

    Timestamp getUpdated();

    Long getSecurityLevelId();

    Collection<Attachment> getAttachments();

    IssueRenderContext getIssueRenderContext();

    boolean isArchived();

    boolean isSubTask();

    /** Of a sub-task; null otherwise. */
    Issue getParentObject();
}
