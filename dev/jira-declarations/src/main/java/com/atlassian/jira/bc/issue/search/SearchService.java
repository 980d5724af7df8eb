package com.atlassian.jira.bc.issue.search;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;

/** Finds issues by JQL. */
@SuppressWarnings("rawtypes")
public interface SearchService {
    ParseResult parseQuery(ApplicationUser user, String jql);

    SearchResults<Issue> searchOverrideSecurity(ApplicationUser user, Query query, PagerFilter pager) throws SearchException;

    /** What became of a text. */
    class ParseResult {
        ParseResult() {
            throw new UnsupportedOperationException("declaration only");
        }

        public Query getQuery() {
            throw new UnsupportedOperationException("declaration only");
        }
    }
}
