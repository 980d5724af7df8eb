package com.atlassian.sal.api.pluginsettings;

/** Small settings kept by the host. */
public interface PluginSettingsFactory {
    PluginSettings createGlobalSettings();
}
