package org.intercomjira.embedded.jira.search;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import java.util.List;

/** The search for plugins and pages. As in Jira a query is parsed first and validated only if the caller asks for it: searching takes no offence at unknown values. */
@SuppressWarnings("rawtypes")
public final class JqlSearchService implements SearchService {
    private final Search search;

    public JqlSearchService(Search search) {
        this.search = search;
    }

    private record Parsed(String getQueryString, org.intercomjira.embedded.jira.search.Query meaning) implements Query {
    }

    @Override
    public ParseResult parseQuery(ApplicationUser user, String jql) {
        try {
            return new ParseResult(new Parsed(jql, JqlParser.parse(jql)), new MessageSetImpl());
        } catch (JqlError e) {
            return new ParseResult(null, messages(e));
        }
    }

    @Override
    public MessageSet validateQuery(ApplicationUser user, Query query) {
        try {
            search.find(meaning(query), Searcher.of(user), 0, 0);
            return new MessageSetImpl();
        } catch (JqlError e) {
            return messages(e);
        }
    }

    @Override
    public SearchResults<Issue> search(ApplicationUser user, Query query, PagerFilter pager) throws SearchException {
        return results(query, new Searcher(user, false, false), pager);
    }

    @Override
    public SearchResults<Issue> searchOverrideSecurity(ApplicationUser user, Query query, PagerFilter pager) throws SearchException {
        return results(query, new Searcher(user, true, false), pager);
    }

    @Override
    public long searchCount(ApplicationUser user, Query query) throws SearchException {
        return count(query, new Searcher(user, false, false));
    }

    @Override
    public long searchCountOverrideSecurity(ApplicationUser user, Query query) throws SearchException {
        return count(query, new Searcher(user, true, false));
    }

    private SearchResults<Issue> results(Query query, Searcher searcher, PagerFilter pager) throws SearchException {
        try {
            Search.Page page = search.find(meaning(query), searcher, pager.getStart(), pager.getMax());
            return new SearchResults<>(List.copyOf(page.issues()), (int) page.total());
        } catch (JqlError e) {
            throw new SearchException(e.getMessage());
        }
    }

    private long count(Query query, Searcher searcher) throws SearchException {
        try {
            return search.count(meaning(query), searcher);
        } catch (JqlError e) {
            throw new SearchException(e.getMessage());
        }
    }

    private static org.intercomjira.embedded.jira.search.Query meaning(Query query) {
        return ((Parsed) query).meaning();
    }

    private static MessageSet messages(JqlError error) {
        MessageSetImpl messages = new MessageSetImpl();
        error.messages().forEach(messages::addErrorMessage);
        return messages;
    }
}
