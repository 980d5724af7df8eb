package org.intercomjira.embedded.jira.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Pieces of HTML that are done; in the text a short mark stands for each until it is put back. */
final class Finished {
    static final char SIGN = '\u0001';
    private static final Pattern MARK = Pattern.compile(SIGN + "(\\d+)" + SIGN);

    private final List<String> pieces = new ArrayList<>();

    String keep(String html) {
        pieces.add(html);
        return SIGN + String.valueOf(pieces.size() - 1) + SIGN;
    }

    String putBack(String text) {
        return MARK.matcher(text).replaceAll(found -> Matcher.quoteReplacement(pieces.get(Integer.parseInt(found.group(1)))));
    }
}
