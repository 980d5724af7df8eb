package org.intercomjira.embedded.host.text;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The jsI18n transformer: puts texts in the place of {@code AJS.I18n.getText("key")} in scripts. */
public final class ScriptTexts {
    private static final Pattern GET_TEXT = Pattern.compile("AJS\\.I18n\\.getText\\(\\s*([\"'])(.*?)\\1\\s*([,)])");

    private final HostTexts texts;
    private final Gson gson = new GsonBuilder().create();

    public ScriptTexts(HostTexts texts) {
        this.texts = texts;
    }

    /** With arguments the text is left to {@code AJS.format} with its place holders; without, it is put in as it is shown. */
    public String transform(String script) {
        return GET_TEXT.matcher(script).replaceAll(use -> Matcher.quoteReplacement(replacement(use.group(2), use.group(3).equals(","))));
    }

    private String replacement(String key, boolean hasArguments) {
        return hasArguments ? "AJS.format(" + gson.toJson(texts.getRawText(key)) + "," : gson.toJson(texts.getText(key));
    }
}
