package com.atlassian.jira.user;

/** A Jira user, with what Jira's own part asks of it besides what plugins do. */
public interface ApplicationUser {
    String getKey();

    String getUsername();

    String getDisplayName();

    boolean isActive();
}
