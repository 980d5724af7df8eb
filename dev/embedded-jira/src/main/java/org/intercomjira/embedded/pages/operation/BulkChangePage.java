package org.intercomjira.embedded.pages.operation;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.web.bean.PagerFilter;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.intercomjira.embedded.pages.chrome.JiraPage;
import org.intercomjira.embedded.pages.chrome.Page;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;
import org.intercomjira.embedded.spi.IssueActions.BulkChange;

/** {@code /secure/views/bulkedit/BulkEdit1!default.jspa?jqlQuery=...}: the same change for many issues, with or without mails about it. */
final class BulkChangePage extends JiraPage {
    private final transient BulkChangeForm form;

    BulkChangePage(Surroundings around) {
        super(around);
        this.form = new BulkChangeForm(around);
    }

    @Override
    protected void show(Visit visit) throws IOException {
        if (visit.isAnonymous()) {
            logIn(visit);
        } else {
            ask(visit, "");
        }
    }

    @Override
    protected void submit(Visit visit) throws IOException {
        Set<String> chosen = Set.of(Optional.ofNullable(visit.request().getParameterValues("issue")).orElse(new String[0]));
        List<Issue> issues = found(visit).stream().filter(issue -> chosen.contains(issue.getKey())).toList();
        Optional<BulkChange> change = form.change(visit);
        if (visit.isAnonymous()) {
            logIn(visit);
        } else if (issues.isEmpty() || change.isEmpty()) {
            ask(visit, "You must choose issues and an operation.");
        } else if (!issues.stream().allMatch(issue -> form.mayAll(visit, issue, change.get()))) {
            ask(visit, "You do not have the permission to change all of these issues so.");
        } else {
            around.jira().issueActions().bulk(issues, change.get(), !visit.parameter("sendBulkNotification").isEmpty(), visit.user());
            visit.redirect("/issues/?jql=" + URLEncoder.encode(visit.parameter("jqlQuery"), StandardCharsets.UTF_8));
        }
    }

    private void ask(Visit visit, String complaint) throws IOException {
        List<Map<String, String>> issues = found(visit).stream().map(issue -> Map.of("key", issue.getKey(), "summary", issue.getSummary())).toList();
        List<Map<String, Object>> transitions = around.jira().workflows().transitions().stream()
                .map(transition -> Map.<String, Object>of("id", transition.id(), "name", transition.name())).toList();
        chrome.write(visit, Page.titled("Bulk Operation").context("atl.general").content(render("bulk-change", visit,
                Map.of("jql", visit.parameter("jqlQuery"), "issues", issues, "transitions", transitions, "complaint", complaint))));
    }

    /** What the query finds for this person; nothing for a query that cannot be understood. */
    private List<Issue> found(Visit visit) {
        SearchService search = around.jira().service(SearchService.class);
        SearchService.ParseResult parsed = search.parseQuery(visit.user(), visit.parameter("jqlQuery"));
        try {
            return parsed.isValid() ? search.search(visit.user(), parsed.getQuery(), PagerFilter.newPageAlignedFilter(0, 1000)).getResults() : List.of();
        } catch (SearchException notUnderstood) {
            return List.of();
        }
    }
}
