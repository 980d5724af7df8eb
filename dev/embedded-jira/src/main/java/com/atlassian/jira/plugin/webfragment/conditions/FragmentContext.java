package com.atlassian.jira.plugin.webfragment.conditions;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import java.util.Map;

/** What is known about the place of a web fragment; each may be missing. */
record FragmentContext(ApplicationUser user, Issue issue, Project project) {
    FragmentContext(Map<String, Object> context) {
        this((ApplicationUser) context.get("user"), (Issue) context.get("issue"), projectOf(context));
    }

    private static Project projectOf(Map<String, Object> context) {
        Project project = (Project) context.get("project");
        Issue issue = (Issue) context.get("issue");
        return project == null && issue != null ? issue.getProjectObject() : project;
    }
}
