package org.intercomjira.embedded.pages.operation;

import com.atlassian.jira.issue.Issue;
import java.io.IOException;
import java.util.Map;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;

/** {@code /secure/CloneIssueDetails.jspa}: a new issue like this one, in the same project. */
final class CloneIssuePage extends IssueOperationPage {
    private static final int LONGEST = 255;

    CloneIssuePage(Surroundings around) {
        super(around);
    }

    @Override
    void ask(Visit visit, Issue issue) throws IOException {
        write(visit, "Clone Issue", render("clone-issue", visit, Map.of("id", issue.getId(), "key", issue.getKey(), "summary", limited("CLONE - " + issue.getSummary()))));
    }

    @Override
    void act(Visit visit, Issue issue) throws IOException {
        if (visit.parameter("summary").isBlank()) {
            ask(visit, issue);
        } else {
            visit.redirect("/browse/" + around.jira().issueActions().copy(issue, limited(visit.parameter("summary").strip()), visit.user()).getKey());
        }
    }

    private static String limited(String summary) {
        return summary.substring(0, Math.min(summary.length(), LONGEST));
    }
}
