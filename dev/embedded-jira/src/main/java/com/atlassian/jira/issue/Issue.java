package com.atlassian.jira.issue;

import com.atlassian.jira.issue.status.Status;
import com.atlassian.jira.project.Project;

/** An issue as it is at this moment, with what Jira's own part asks of it besides what plugins do. */
public interface Issue {
    Long getId();

    String getKey();

    String getSummary();

    Project getProjectObject();

    Status getStatus();
}
