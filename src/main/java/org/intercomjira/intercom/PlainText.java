package org.intercomjira.intercom;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.intercomjira.platform.VisibleText;

/** The words of a piece of HTML on one line: for excerpts. The result is text, not safe HTML: who shows it must escape it. */
final class PlainText {
    private static final Pattern HIDDEN = Pattern.compile("(?is)<(script|style)\\b.*?</\\1\\s*>|<!--.*?-->");
    private static final Pattern TAG = Pattern.compile("(?s)</?[a-zA-Z][^>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|(lt|gt|quot|apos|nbsp|amp));");

    private PlainText() {
    }

    /** @param html may be null. @return empty when nothing can be seen of the words */
    static String of(String html) {
        if (html == null) {
            return "";
        }
        String words = TAG.matcher(HIDDEN.matcher(html).replaceAll(" ")).replaceAll(" ");
        return VisibleText.or(ENTITY.matcher(words).replaceAll(found -> Matcher.quoteReplacement(character(found.group(1), found.group(2), found.group(3))))
            .replaceAll("[\\s\\u00a0]+", " ").strip(), "");
    }

    private static String character(String decimal, String hexadecimal, String name) {
        if (name == null) {
            int code = decimal != null ? Integer.parseInt(decimal) : Integer.parseInt(hexadecimal, 16);
            return Character.isValidCodePoint(code) && !Character.isISOControl(code) ? Character.toString(code) : " ";
        }
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "quot" -> "\"";
            case "apos" -> "'";
            case "amp" -> "&";
            default -> " ";
        };
    }
}
