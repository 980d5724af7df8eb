package com.atlassian.jira.bc.issue.search;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;

/** Finds issues by JQL. */
@SuppressWarnings("rawtypes")
public interface SearchService {
    ParseResult parseQuery(ApplicationUser user, String jql);

    /** What is wrong with a query that was parsed. */
    MessageSet validateQuery(ApplicationUser user, Query query);

    SearchResults<Issue> search(ApplicationUser user, Query query, PagerFilter pager) throws SearchException;

    SearchResults<Issue> searchOverrideSecurity(ApplicationUser user, Query query, PagerFilter pager) throws SearchException;

    long searchCount(ApplicationUser user, Query query) throws SearchException;

    long searchCountOverrideSecurity(ApplicationUser user, Query query) throws SearchException;

    /** What became of a text. The query is null when the text is none. */
    class ParseResult {
        private final Query query;
        private final MessageSet errors;

        public ParseResult(Query query, MessageSet errors) {
            this.query = query;
            this.errors = errors;
        }

        public boolean isValid() {
            return !errors.hasAnyErrors();
        }

        public Query getQuery() {
            return query;
        }

        public MessageSet getErrors() {
            return errors;
        }
    }
}
