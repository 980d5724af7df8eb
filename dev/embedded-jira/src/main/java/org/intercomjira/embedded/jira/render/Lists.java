package org.intercomjira.embedded.jira.render;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;

/** Nested lists: the signs before an item say of which kinds the lists around it are. */
record Lists(Inline inline) {
    /** Each match has the signs and the text of an item. */
    String html(List<Matcher> items) {
        StringBuilder html = new StringBuilder();
        Deque<Character> open = new ArrayDeque<>();
        for (Matcher item : items) {
            String signs = item.group(1);
            while (!fits(open, signs)) {
                close(html, open);
            }
            if (open.size() == signs.length()) {
                html.append("</li>\n");
            }
            while (open.size() < signs.length()) {
                char sign = signs.charAt(open.size());
                html.append(open.isEmpty() ? "" : "\n").append(opening(sign));
                open.addLast(sign);
                html.append(open.size() < signs.length() ? "<li>" : "");
            }
            html.append("<li>").append(inline.html(item.group(2)));
        }
        while (!open.isEmpty()) {
            close(html, open);
        }
        return html.toString();
    }

    private static boolean fits(Deque<Character> open, String signs) {
        StringBuilder around = new StringBuilder();
        open.forEach(around::append);
        return signs.startsWith(around.toString());
    }

    private static void close(StringBuilder html, Deque<Character> open) {
        html.append("</li>\n").append(open.removeLast() == '#' ? "</ol>" : "</ul>");
    }

    private static String opening(char sign) {
        return sign == '#' ? "<ol>\n" : sign == '-' ? "<ul class=\"alternate\" type=\"square\">\n" : "<ul>\n";
    }
}
