package com.atlassian.jira.event;

import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;

/** A project was deleted. */
public final class ProjectDeletedEvent {
    private final ApplicationUser user;
    private final Project project;

    /** The project as it was before. */
    public ProjectDeletedEvent(ApplicationUser user, Project project) {
        this.user = user;
        this.project = project;
    }

    public ApplicationUser getUser() {
        return user;
    }

    public Project getProject() {
        return project;
    }

    public Long getId() {
        return project.getId();
    }

    public String getKey() {
        return project.getKey();
    }
}
