package org.intercomjira.embedded.jira.search;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.jira.web.bean.PagerFilter;
import com.atlassian.query.Query;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.intercomjira.embedded.jira.issue.Issues;

/** Finds the issues of some projects that were changed in the last minutes, which is all the JQL it knows. */
@SuppressWarnings("rawtypes")
public final class RecentIssues implements SearchService {
    private static final Pattern KNOWN = Pattern.compile("project in \\(([\\d, ]+)\\) AND updated >= -(\\d+)m ORDER BY id ASC");

    private final Issues issues;
    private final Clock clock;

    public RecentIssues(Issues issues, Clock clock) {
        this.issues = issues;
        this.clock = clock;
    }

    private record Text(String getQueryString) implements Query {
    }

    @Override
    public ParseResult parseQuery(ApplicationUser user, String jql) {
        MessageSetImpl errors = new MessageSetImpl();
        if (!KNOWN.matcher(jql).matches()) {
            errors.addErrorMessage("This JQL is not known here: " + jql);
        }
        return new ParseResult(errors.hasAnyErrors() ? null : new Text(jql), errors);
    }

    @Override
    public SearchResults<Issue> search(ApplicationUser user, Query query, PagerFilter pager) throws SearchException {
        throw new SearchException("Only searches without regard to permissions are known here");
    }

    @Override
    public SearchResults<Issue> searchOverrideSecurity(ApplicationUser user, Query query, PagerFilter pager) {
        Condition condition = condition(query);
        int total = (int) issues.count(condition.sql(), condition.parameters());
        return new SearchResults<>(List.copyOf(issues.page(condition.sql(), condition.parameters(), "i.id", pager.getStart(), pager.getMax())), total);
    }

    @Override
    public long searchCount(ApplicationUser user, Query query) throws SearchException {
        throw new SearchException("Only searches without regard to permissions are known here");
    }

    @Override
    public long searchCountOverrideSecurity(ApplicationUser user, Query query) {
        Condition condition = condition(query);
        return issues.count(condition.sql(), condition.parameters());
    }

    private record Condition(String sql, List<Object> parameters) {
    }

    private Condition condition(Query query) {
        Matcher parts = KNOWN.matcher(query.getQueryString());
        if (!parts.matches()) {
            throw new IllegalArgumentException(query.getQueryString());
        }
        List<Object> parameters = new ArrayList<>();
        for (String project : parts.group(1).split(", *")) {
            parameters.add(Long.parseLong(project.strip()));
        }
        String places = "?, ".repeat(parameters.size() - 1) + "?";
        parameters.add(clock.instant().minus(Duration.ofMinutes(Long.parseLong(parts.group(2)))));
        return new Condition("p.id in (" + places + ") and i.updated >= ?", parameters);
    }
}
