package com.atlassian.jira.issue.search;

import java.util.List;

/** A page of what was found. */
public class SearchResults<T> {
    SearchResults() {
        throw new UnsupportedOperationException("declaration only");
    }

    public List<T> getResults() {
        throw new UnsupportedOperationException("declaration only");
    }
}
