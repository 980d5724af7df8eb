package com.atlassian.sal.api.pluginsettings;

/** Settings by key: at most 255 characters a key, 99,000 a value. */
public interface PluginSettings {
    Object get(String key);

    Object put(String key, Object value);

    Object remove(String key);
}
