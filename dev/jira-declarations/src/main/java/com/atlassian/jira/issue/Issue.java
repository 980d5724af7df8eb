package com.atlassian.jira.issue;

import com.atlassian.jira.project.Project;

/** An issue as it is at this moment. */
public interface Issue {
    Long getId();

    String getKey();

    String getSummary();

    Project getProjectObject();
}
