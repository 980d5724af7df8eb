package com.atlassian.jira.issue.search;

/** A search failed. */
public class SearchException extends Exception {
    public SearchException(String message) {
        super(message);
    }
}
