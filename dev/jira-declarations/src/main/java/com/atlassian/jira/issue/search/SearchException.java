package com.atlassian.jira.issue.search;

/** A search that failed. */
public class SearchException extends Exception {
    SearchException(String message) {
        super(message);
    }
}
