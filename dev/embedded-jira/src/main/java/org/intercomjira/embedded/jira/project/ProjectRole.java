package org.intercomjira.embedded.jira.project;

/** A role that people may have in a project, with Jira's own ids. */
public record ProjectRole(long id, String name) {
    public static final ProjectRole USERS = new ProjectRole(10000, "Users");
    public static final ProjectRole DEVELOPERS = new ProjectRole(10001, "Developers");
    public static final ProjectRole ADMINISTRATORS = new ProjectRole(10002, "Administrators");
}
