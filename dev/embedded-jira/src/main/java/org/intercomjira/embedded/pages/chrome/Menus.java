package org.intercomjira.embedded.pages.chrome;

import com.atlassian.jira.project.Project;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.spi.PluginModules;
import org.intercomjira.embedded.spi.PluginModules.WebItem;

/** The menus of project settings and administration: Jira's own entries and those of plugins. */
final class Menus {
    private static final List<String> PROJECT_GROUPS = List.of("projectgroup1", "projectgroup2", "projectgroup3", "projectgroup4");
    private static final String PLUGINS_MENU = "admin_plugins_menu";

    private final PluginModules modules;

    Menus(PluginModules modules) {
        this.modules = modules;
    }

    /** One list of entries for each group that has any. */
    List<Map<String, Object>> projectSettings(Visit visit, Project project, String active) {
        Map<String, Object> context = context(visit);
        context.put("project", project);
        String base = visit.contextPath() + "/plugins/servlet/project-config/" + project.getKey();
        List<Map<String, Object>> groups = new ArrayList<>();
        for (String name : PROJECT_GROUPS) {
            List<WebItem> items = new ArrayList<>();
            if (name.equals("projectgroup1")) {
                items.add(new WebItem("summary", "view_project_summary", "Summary", base + "/summary"));
            }
            if (name.equals("projectgroup3")) {
                items.add(new WebItem("roles", "view_project_roles", "Users and roles", base + "/roles"));
            }
            items.addAll(modules.webItems("atl.jira.proj.config/" + name, context));
            addGroup(groups, "", items, active);
        }
        return groups;
    }

    /** The entries of plugins in the sidebar of the project. */
    List<Map<String, Object>> projectSidebar(Visit visit, Project project) {
        Map<String, Object> context = context(visit);
        context.put("project", project);
        return modules.webItems("jira.project.sidebar.plugins.navigation", context).stream().map(item -> entry(item, "")).toList();
    }

    List<Map<String, Object>> system(Visit visit, String active) {
        List<Map<String, Object>> groups = new ArrayList<>();
        addGroup(groups, "", List.of(new WebItem("general", "general_configuration", "General configuration",
                visit.contextPath() + "/secure/admin/ViewApplicationProperties.jspa")), active);
        addSections(groups, "top_system_section", visit, active);
        return groups;
    }

    static List<Map<String, Object>> issues(Visit visit, String active) {
        List<Map<String, Object>> groups = new ArrayList<>();
        addGroup(groups, "Workflows", List.of(new WebItem("workflows", "workflows", "Workflows", visit.contextPath() + "/secure/admin/workflows/ViewWorkflowSteps.jspa")), active);
        return groups;
    }

    List<Map<String, Object>> applications(Visit visit, String active) {
        List<Map<String, Object>> groups = new ArrayList<>();
        addGroup(groups, "Integrations", integrations(visit), active);
        return groups;
    }

    /** Where the Applications tab leads: to its first entry, or nowhere. */
    String applicationsUrl(Visit visit) {
        return integrations(visit).stream().findFirst().map(WebItem::url).orElse("");
    }

    private List<WebItem> integrations(Visit visit) {
        return modules.webItems("admin_applications_section/admin_applications_integrations_section", context(visit));
    }

    List<Map<String, Object>> plugins(Visit visit, String active) {
        List<Map<String, Object>> groups = new ArrayList<>();
        addGroup(groups, "Atlassian Marketplace",
                List.of(new WebItem("upm", "upm-admin-link", "Manage apps", visit.contextPath() + "/plugins/servlet/upm")), active);
        addGroup(groups, "", modules.webItems(PLUGINS_MENU, context(visit)), active);
        addSections(groups, PLUGINS_MENU, visit, active);
        return groups;
    }

    private void addSections(List<Map<String, Object>> groups, String location, Visit visit, String active) {
        modules.webSections(location, context(visit)).forEach(section ->
                addGroup(groups, section.label(), modules.webItems(location + "/" + section.key(), context(visit)), active));
    }

    private static void addGroup(List<Map<String, Object>> groups, String heading, List<WebItem> items, String active) {
        if (!items.isEmpty()) {
            groups.add(Map.of("heading", heading, "items", items.stream().map(item -> entry(item, active)).toList()));
        }
    }

    private static Map<String, Object> entry(WebItem item, String active) {
        String id = ElementIds.of(item);
        return Map.of("itemId", id, "label", item.label(), "url", item.url(), "selected", id.equals(active));
    }

    private static Map<String, Object> context(Visit visit) {
        Map<String, Object> context = new HashMap<>();
        context.put("user", visit.user());
        return context;
    }
}
