package org.intercomjira.search;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.message.I18nResolver;
import java.util.List;
import java.util.Optional;
import org.intercomjira.link.LinkedIssueStore;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.IssueId;

/** {@code issue in issuesWithIntercomConversations()}: the issues that have at least one linked conversation. */
public class IssuesWithConversations extends LinkedIssues {
    /** More issues than this are asked for by the property index, which needs no list of them. */
    static final int MOST_ISSUES = 200_000;

    private final LinkedIssueStore links;

    public IssuesWithConversations(LinkedIssueStore links, @ComponentImport I18nResolver i18n) {
        super(i18n);
        this.links = links;
    }

    @Override
    public int getMinimumNumberOfExpectedArguments() {
        return 0;
    }

    /** Counting rows is cheap and mostly enough; the ids are read only where issues with several links could make the difference. */
    @Override
    Optional<ApiException> refusal(List<String> arguments) {
        if (!arguments.isEmpty()) {
            return Optional.of(new ApiException(422, "search.no_arguments"));
        }
        boolean tooMany = links.count() > MOST_ISSUES && links.issues(MOST_ISSUES + 1).size() > MOST_ISSUES;
        return tooMany ? Optional.of(new ApiException(422, "search.too_many_issues", String.valueOf(MOST_ISSUES))) : Optional.empty();
    }

    @Override
    List<IssueId> issues(List<String> arguments) {
        return links.issues(MOST_ISSUES);
    }
}
