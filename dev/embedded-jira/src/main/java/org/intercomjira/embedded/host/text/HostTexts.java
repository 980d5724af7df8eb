package org.intercomjira.embedded.host.text;

import com.atlassian.sal.api.message.I18nResolver;
import java.io.Serializable;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The texts of all installed plugins. An unknown key is its own text, as in Jira. */
public final class HostTexts implements I18nResolver {
    private final Map<String, PluginTexts> byPlugin = new ConcurrentHashMap<>();

    public void add(String plugin, PluginTexts texts) {
        byPlugin.put(plugin, texts);
    }

    public void remove(String plugin) {
        byPlugin.remove(plugin);
    }

    @Override
    public String getText(String key) {
        return getText(key, new Serializable[0]);
    }

    @Override
    public String getText(String key, Serializable... arguments) {
        return new MessageFormat(getRawText(key), Locale.ENGLISH).format(arguments);
    }

    /** The text with its place holders. */
    public String getRawText(String key) {
        return byPlugin.values().stream().map(texts -> texts.raw().get(key)).filter(text -> text != null).findFirst().orElse(key);
    }
}
