package org.intercomjira.embedded.pages.view;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.permission.ProjectPermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.pages.chrome.ElementIds;
import org.intercomjira.embedded.pages.chrome.Surroundings;
import org.intercomjira.embedded.pages.chrome.Visit;
import org.intercomjira.embedded.pages.template.Html;
import org.intercomjira.embedded.spi.CustomFieldViews;
import org.intercomjira.embedded.spi.PluginModules;

/** The parts of the issue view that the server makes: who may do what, the plugins' panels and menu entries. */
final class IssueView {
    private static final String PANELS = "atl.jira.view.issue.right.context";

    private final Surroundings around;

    IssueView(Surroundings around) {
        this.around = around;
    }

    Map<String, Object> values(Visit visit, Issue issue) {
        Map<String, Object> context = context(visit, issue);
        Map<String, Object> values = new HashMap<>();
        values.put("key", issue.getKey());
        values.put("id", issue.getId());
        values.put("summary", issue.getSummary());
        values.put("status", issue.getStatus().getName());
        values.put("projectKey", issue.getProjectObject().getKey());
        values.put("projectName", issue.getProjectObject().getName());
        values.put("mayEdit", around.rules().may(ProjectPermissions.EDIT_ISSUES, issue, visit.user()));
        values.put("loggedIn", !visit.isAnonymous());
        values.put("operations", items("operations-operations", context));
        values.put("tools", items("jira.issue.tools", context));
        values.put("customFields", customFields(issue));
        values.put("panels", Html.join(panels(visit, issue).stream().map(Panel::html).toList()));
        return values;
    }

    /** The custom fields as the issue shows them: those without a value are left out. */
    Html customFields(Issue issue) {
        CustomFieldViews fields = around.jira().customFields();
        return Html.join(fields.fields().stream().map(field -> customField(field, fields.html(field, issue, CustomFieldViews.View.ISSUE))).toList());
    }

    private Html customField(CustomField field, String html) {
        return html.isBlank() ? Html.NONE : around.templates().render("custom-field", Map.of("id", field.getId(), "name", field.getName(), "html", new Html(html)));
    }

    /** The plugins' panels, each wrapped as Jira's modules are. */
    List<Panel> panels(Visit visit, Issue issue) {
        return around.modules().webPanels(PANELS, context(visit, issue)).stream().map(this::wrapped).toList();
    }

    private Panel wrapped(PluginModules.Panel panel) {
        Html html = around.templates().render("panel", Map.of("key", ElementIds.of(panel.key()), "label", panel.label(), "html", new Html(panel.html())));
        return new Panel(panel.key(), panel.label(), html);
    }

    private List<Map<String, String>> items(String section, Map<String, Object> context) {
        return around.modules().webItems(section, context).stream()
                .map(item -> Map.of("itemId", ElementIds.of(item), "label", item.label(), "url", item.url()))
                .toList();
    }

    private static Map<String, Object> context(Visit visit, Issue issue) {
        Map<String, Object> context = new HashMap<>();
        context.put("user", visit.user());
        context.put("issue", issue);
        context.put("project", issue.getProjectObject());
        return context;
    }

    /** A panel as it stands on the page. */
    record Panel(String key, String label, Html html) {
    }
}
