package com.atlassian.jira.util;

import java.util.Set;

/** Messages about a query. */
public interface MessageSet {
    void addErrorMessage(String message);

    boolean hasAnyErrors();

    Set<String> getErrorMessages();
}
