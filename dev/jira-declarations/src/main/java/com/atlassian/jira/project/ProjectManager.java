package com.atlassian.jira.project;

/** Finds projects, without permission checks. */
public interface ProjectManager {
    Project getProjectObj(Long id);

    Project getProjectByCurrentKey(String key);
}
