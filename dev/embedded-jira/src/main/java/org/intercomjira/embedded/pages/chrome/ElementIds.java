package org.intercomjira.embedded.pages.chrome;

import org.intercomjira.embedded.spi.PluginModules.WebItem;

/** The ids that Jira gives to the elements of plugins' modules. */
public final class ElementIds {
    private ElementIds() {
    }

    /** A web item's linkId, or its own key without the plugin's. */
    public static String of(WebItem item) {
        return item.linkId() == null || item.linkId().isEmpty() ? of(item.key()) : item.linkId();
    }

    /** A module's own key without the plugin's. */
    public static String of(String completeKey) {
        return completeKey.substring(completeKey.indexOf(':') + 1);
    }
}
