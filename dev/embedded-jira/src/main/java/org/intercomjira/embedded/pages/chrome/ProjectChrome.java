package org.intercomjira.embedded.pages.chrome;

import com.atlassian.jira.project.Project;
import java.util.HashMap;
import java.util.Map;
import org.intercomjira.embedded.pages.template.Html;

/** The project's sidebar beside a page, and the menu of its settings. */
public final class ProjectChrome {
    public static final String BODY_CLASS = "project-page";

    private final Surroundings around;
    private final Menus menus;

    public ProjectChrome(Surroundings around) {
        this.around = around;
        this.menus = new Menus(around.modules());
    }

    /** @param active the entry that is marked: {@code issues} or {@code settings} */
    public Html beside(Visit visit, Project project, String active, Html content) {
        Map<String, Object> values = values(visit, project);
        values.put("issuesActive", active.equals("issues"));
        values.put("settingsActive", active.equals("settings"));
        values.put("plugins", menus.projectSidebar(visit, project));
        values.put("mayAdminister", around.rules().administers(project, visit.user()));
        values.put("content", content);
        return around.templates().render("project-sidebar", values);
    }

    /** @param activeTab the linkId of the menu entry that is marked */
    public Html settings(Visit visit, Project project, String activeTab, Html content) {
        Map<String, Object> values = values(visit, project);
        values.put("groups", menus.projectSettings(visit, project, activeTab));
        values.put("content", content);
        return beside(visit, project, "settings", around.templates().render("project-settings", values));
    }

    private static Map<String, Object> values(Visit visit, Project project) {
        Map<String, Object> values = new HashMap<>();
        values.put("contextPath", visit.contextPath());
        values.put("projectKey", project.getKey());
        values.put("projectName", project.getName());
        return values;
    }
}
