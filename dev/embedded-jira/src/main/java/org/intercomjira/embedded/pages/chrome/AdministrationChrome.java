package org.intercomjira.embedded.pages.chrome;

import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.pages.template.Html;

/** The administration's tabs, its menu, and the banner of a secure administrator session. */
public final class AdministrationChrome {
    private final Surroundings around;
    private final Menus menus;

    public AdministrationChrome(Surroundings around) {
        this.around = around;
        this.menus = new Menus(around.modules());
    }

    /**
     * @param activeSection a section such as {@code admin_plugins_menu/intercom}; its first part chooses the tab
     * @param activeTab     the linkId of the menu entry that is marked
     */
    public Html around(Visit visit, String activeSection, String activeTab, Html content) {
        boolean system = activeSection.startsWith("top_system_section") || activeSection.startsWith("admin_system_menu");
        boolean applications = activeSection.startsWith("admin_applications_section");
        boolean issues = activeSection.startsWith("admin_issues_menu");
        List<Map<String, Object>> groups = system ? menus.system(visit, activeTab)
                : issues ? Menus.issues(visit, activeTab) : applications ? menus.applications(visit, activeTab) : menus.plugins(visit, activeTab);
        return around.templates().render("administration", Map.of(
                "contextPath", visit.contextPath(),
                "secureSession", around.administrators().isActive(visit.request()),
                "systemActive", system,
                "pluginsActive", !system && !applications && !issues,
                "issuesActive", issues,
                "applicationsActive", applications,
                "applicationsUrl", menus.applicationsUrl(visit),
                "groups", groups,
                "content", content));
    }
}
