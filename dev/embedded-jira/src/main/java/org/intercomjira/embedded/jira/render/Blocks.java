package org.intercomjira.embedded.jira.render;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text into headings, lists, tables, quotes, rulers and paragraphs, line by line. */
final class Blocks {
    private static final Pattern HEADING = Pattern.compile("h([1-6])\\.\\s+(.*)");
    private static final Pattern ITEM = Pattern.compile("\\s*([*#]+|-)\\s+(.*)");
    private static final Pattern ROW = Pattern.compile("\\s*\\|.*");
    private static final Pattern RULER = Pattern.compile("-{4,}\\s*");
    private static final Pattern QUOTED_LINE = Pattern.compile("bq\\.\\s+(.*)");

    private final Inline inline;
    private final StringBuilder html = new StringBuilder();
    private final List<String> paragraph = new ArrayList<>();

    Blocks(Inline inline) {
        this.inline = inline;
    }

    String html(String text) {
        List<String> lines = text.lines().toList();
        int next = 0;
        while (next < lines.size()) {
            int end = block(lines, next);
            if (end == next) {
                plain(lines.get(next));
                end = next + 1;
            }
            next = end;
        }
        endParagraph();
        return html.toString().strip();
    }

    /** The end of the block that begins at this line, which is its begin when none does. */
    private int block(List<String> lines, int begin) {
        String line = lines.get(begin);
        int items = countWhile(lines, begin, ITEM);
        if (items > 0) {
            endParagraph();
            html.append(new Lists(inline).html(lines.subList(begin, begin + items).stream().map(ITEM::matcher).filter(Matcher::matches).toList())).append("\n");
            return begin + items;
        }
        int rows = countWhile(lines, begin, ROW);
        if (rows > 0) {
            endParagraph();
            html.append(new Tables(inline).html(lines.subList(begin, begin + rows))).append("\n");
            return begin + rows;
        }
        return single(line) ? begin + 1 : begin;
    }

    private boolean single(String line) {
        Matcher heading = HEADING.matcher(line);
        Matcher quote = QUOTED_LINE.matcher(line);
        if (heading.matches()) {
            add("<h" + heading.group(1) + ">" + inline.html(heading.group(2)) + "</h" + heading.group(1) + ">");
        } else if (quote.matches()) {
            add("<blockquote>" + inline.html(quote.group(1)) + "</blockquote>");
        } else if (RULER.matcher(line).matches()) {
            add("<hr />");
        } else {
            return false;
        }
        return true;
    }

    private void plain(String line) {
        if (line.isBlank()) {
            endParagraph();
        } else if (line.strip().matches(Finished.SIGN + "\\d+" + Finished.SIGN)) {
            add(line.strip());
        } else {
            paragraph.add(line);
        }
    }

    private void add(String block) {
        endParagraph();
        html.append(block).append("\n");
    }

    private void endParagraph() {
        if (!paragraph.isEmpty()) {
            html.append("<p>").append(inline.html(String.join("\n", paragraph))).append("</p>\n");
            paragraph.clear();
        }
    }

    private static int countWhile(List<String> lines, int begin, Pattern pattern) {
        int end = begin;
        while (end < lines.size() && pattern.matcher(lines.get(end)).matches()) {
            end++;
        }
        return end - begin;
    }
}
