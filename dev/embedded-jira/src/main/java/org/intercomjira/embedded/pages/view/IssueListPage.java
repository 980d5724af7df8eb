package org.intercomjira.embedded.pages.view;

import com.atlassian.jira.bc.issue.search.SearchService;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.issue.search.SearchException;
import com.atlassian.jira.issue.search.SearchResults;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.web.bean.PagerFilter;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.intercomjira.embedded.pages.chrome.JiraPage;
import org.intercomjira.embedded.pages.chrome.Page;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;
import org.intercomjira.embedded.pages.template.Html;
import org.intercomjira.embedded.spi.CustomFieldViews;

/** {@code /issues/?jql=...}: the issues that a query finds, with a column for each custom field. Jira lets everybody choose columns; here all are shown. */
public final class IssueListPage extends JiraPage {
    private static final int PAGE_SIZE = 50;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yy HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

    public IssueListPage(Surroundings around) {
        super(around);
    }

    @Override
    protected void show(Visit visit) throws IOException {
        String jql = visit.parameter("jql");
        Map<String, Object> values = new HashMap<>();
        values.put("jql", jql);
        values.put("jqlEncoded", URLEncoder.encode(jql, StandardCharsets.UTF_8));
        values.put("columns", around.jira().customFields().fields().stream().map(field -> Map.of("id", field.getId(), "name", field.getName())).toList());
        search(visit, jql, values);
        chrome.write(visit, Page.titled("Issue Navigator").content(render("issue-list", visit, values)).context("jira.navigator").context("atl.general"));
    }

    private void search(Visit visit, String jql, Map<String, Object> values) {
        SearchService search = around.jira().service(SearchService.class);
        SearchService.ParseResult parsed = search.parseQuery(visit.user(), jql);
        MessageSet complaints = parsed.isValid() ? search.validateQuery(visit.user(), parsed.getQuery()) : parsed.getErrors();
        if (complaints.hasAnyErrors()) {
            values.put("errors", texts(complaints.getErrorMessages()));
            return;
        }
        try {
            found(search.search(visit.user(), parsed.getQuery(), PagerFilter.newPageAlignedFilter(start(visit), PAGE_SIZE)), start(visit), values);
        } catch (SearchException e) {
            values.put("errors", texts(List.of(e.getMessage())));
        }
    }

    private void found(SearchResults<Issue> results, int start, Map<String, Object> values) {
        values.put("issues", results.getResults().stream().map(this::row).toList());
        values.put("nothing", results.getTotal() == 0);
        values.put("summary", results.getTotal() == 0 ? "" : start + 1 + "–" + (start + results.getResults().size()) + " of " + results.getTotal());
        values.put("next", start + PAGE_SIZE < results.getTotal() ? String.valueOf(start + PAGE_SIZE) : "");
        values.put("previous", start > 0 ? String.valueOf(Math.max(0, start - PAGE_SIZE)) : "");
    }

    private Map<String, Object> row(Issue issue) {
        Map<String, Object> row = new HashMap<>();
        row.put("key", issue.getKey());
        row.put("issueSummary", issue.getSummary());
        row.put("assignee", issue.getAssignee() == null ? "" : issue.getAssignee().getDisplayName());
        row.put("status", issue.getStatus().getName());
        row.put("updated", TIME.format(issue.getUpdated().toInstant()));
        row.put("cells", around.jira().customFields().fields().stream().map(field -> cell(field, issue)).toList());
        return row;
    }

    private Map<String, Object> cell(CustomField field, Issue issue) {
        return Map.of("field", field.getId(), "html", new Html(around.jira().customFields().html(field, issue, CustomFieldViews.View.COLUMN)));
    }

    private static int start(Visit visit) {
        String start = visit.parameter("startIndex");
        return start.matches("\\d{1,7}") ? Integer.parseInt(start) / PAGE_SIZE * PAGE_SIZE : 0;
    }

    private static List<Map<String, String>> texts(Collection<String> messages) {
        return messages.stream().map(message -> Map.of("text", message)).toList();
    }
}
