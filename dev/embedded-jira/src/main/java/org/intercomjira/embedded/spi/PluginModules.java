package org.intercomjira.embedded.spi;

import java.util.List;
import java.util.Map;

/** What the installed plugins add to Jira's pages. The context maps hold "user", "issue", "project"; conditions are already applied. */
public interface PluginModules {
    /** Web items of a section such as {@code atl.jira.proj.config/projectgroup4}, by weight. */
    List<WebItem> webItems(String section, Map<String, Object> context);

    /** Web sections of a location such as {@code admin_plugins_menu}, by weight; their items stand in the section {@code location/key}. */
    default List<WebSection> webSections(String location, Map<String, Object> context) {
        return List.of();
    }

    /** Rendered web panels of a location such as {@code atl.jira.view.issue.right.context}, by weight. */
    List<Panel> webPanels(String location, Map<String, Object> context);

    /** Script and link tags of the web-resources that belong to these contexts ({@code jira.view.issue}, {@code atl.admin}, {@code atl.general}) and of those that code required during this request. */
    String resourceTags(List<String> contexts);

    /** What plugins add beyond pages. */
    default PluginExtensions extensions() {
        return PluginExtensions.NONE;
    }

    /** A menu entry; the URL holds the context path. */
    record WebItem(String key, String linkId, String label, String url) {
    }

    /** A heading over menu entries. */
    record WebSection(String key, String label) {
    }

    /** A panel; the HTML is the plugin's own. */
    record Panel(String key, String label, String html) {
    }
}
