package com.atlassian.jira.user.util;

import com.atlassian.jira.user.ApplicationUser;

/** Finds Jira users. Imported as jiraUserManager. */
public interface UserManager {
    ApplicationUser getUserByKey(String key);
}
