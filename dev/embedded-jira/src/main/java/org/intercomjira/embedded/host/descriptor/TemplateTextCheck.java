package org.intercomjira.embedded.host.descriptor;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.intercomjira.embedded.host.PluginException;

/** Whether the texts that templates ask for by a literal key exist. */
record TemplateTextCheck(PluginContent content, Set<String> knownTexts) {
    private static final Pattern GET_TEXT = Pattern.compile("\\$!?\\{?i18n\\.getText\\(\\s*[\"']([^\"'$]+)[\"']");

    void check() {
        content.filesEndingIn(".vm").forEach(file -> {
            Matcher use = GET_TEXT.matcher(content.text(file).orElseThrow());
            while (use.find()) {
                if (!knownTexts.contains(use.group(1))) {
                    throw new PluginException(file + ": the plugin's i18n files have no text " + use.group(1));
                }
            }
        });
    }
}
