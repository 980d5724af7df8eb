package com.atlassian.jira.issue;

import com.atlassian.jira.issue.fields.renderer.IssueRenderContext;
import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.Project;
import java.sql.Timestamp;

/** An issue as it is at this moment. */
public interface Issue {
    Long getId();

    String getKey();

    String getSummary();

    Project getProjectObject();

    Status getStatus();

    String getStatusId();

    Long getSecurityLevelId();

    IssueRenderContext getIssueRenderContext();

    boolean isArchived();

    Timestamp getUpdated();

    boolean isSubTask();

    /** Of a sub-task; null otherwise. */
    Issue getParentObject();
}
