package org.intercomjira.embedded.host.text;

import java.io.IOException;
import java.io.StringReader;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.intercomjira.embedded.host.PluginException;
import org.intercomjira.embedded.host.descriptor.PluginContent;
import org.intercomjira.embedded.host.descriptor.PluginDescriptor;

/** A plugin's texts in its default language, as they stand in its i18n files. */
public record PluginTexts(Map<String, String> raw) {
    /** Jira formats every text with MessageFormat, where a single apostrophe starts a quotation and vanishes. */
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?:'')*(?!')");

    /**
     * Reads the files that the descriptor names.
     *
     * @throws PluginException when one is missing or a text holds an apostrophe that Jira would swallow
     */
    public static PluginTexts read(PluginDescriptor descriptor, PluginContent content) {
        Map<String, String> texts = new HashMap<>();
        for (String bundle : descriptor.textBundles()) {
            String file = bundle.replace('.', '/') + ".properties";
            String text = content.text(file).orElseThrow(() -> new PluginException("The JAR has no i18n file " + file));
            properties(text, file).forEach((key, value) -> texts.put(key.toString(), value.toString()));
        }
        texts.forEach(PluginTexts::refuseLoneApostrophe);
        return new PluginTexts(Map.copyOf(texts));
    }

    public Set<String> keys() {
        return raw.keySet();
    }

    private static void refuseLoneApostrophe(String key, String text) {
        if (LONE_APOSTROPHE.matcher(text).find()) {
            throw new PluginException("The text " + key + " holds a single apostrophe, which Jira would not show: write ''");
        }
    }

    private static Properties properties(String text, String file) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
            return properties;
        } catch (IOException | IllegalArgumentException e) {
            throw new PluginException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
