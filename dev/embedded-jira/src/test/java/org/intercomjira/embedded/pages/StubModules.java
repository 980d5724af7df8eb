package org.intercomjira.embedded.pages;

import com.atlassian.jira.issue.Issue;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.spi.PluginExtensions;
import org.intercomjira.embedded.spi.PluginModules;

/** One plugin with an entry in each menu and a panel on issues. */
final class StubModules implements PluginModules {
    @Override
    public List<WebItem> webItems(String section, Map<String, Object> context) {
        return switch (section) {
            case "atl.jira.proj.config/projectgroup4" -> List.of(new WebItem("project-item", "project-link", "Intercom integration", "/jira/plugins/servlet/x"));
            case "admin_plugins_menu/chat" -> List.of(new WebItem("admin-item", "admin-link", "Intercom app", "/jira/plugins/servlet/y"));
            case "operations-operations" -> List.of(new WebItem("org.example:more-item", "", "Link conversation", "#"));
            default -> List.of();
        };
    }

    @Override
    public List<WebSection> webSections(String location, Map<String, Object> context) {
        return location.equals("admin_plugins_menu") ? List.of(new WebSection("chat", "Chat")) : List.of();
    }

    @Override
    public List<Panel> webPanels(String location, Map<String, Object> context) {
        return List.of(new Panel("org.example:chat-panel", "Conversations", "<p id=\"inside\">" + ((Issue) context.get("issue")).getKey() + "</p>"));
    }

    @Override
    public PluginExtensions extensions() {
        return new StubExtensions();
    }

    @Override
    public String resourceTags(List<String> contexts) {
        return "<!-- resources of " + contexts + " -->";
    }
}
