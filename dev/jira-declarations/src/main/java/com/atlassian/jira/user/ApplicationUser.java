package com.atlassian.jira.user;

/** A Jira user. */
public interface ApplicationUser {
    String getKey();

    String getDisplayName();

    boolean isActive();
}
