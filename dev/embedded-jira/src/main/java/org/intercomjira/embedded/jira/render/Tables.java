package org.intercomjira.embedded.jira.render;

import java.util.List;

/** Rows that begin with a bar; cells behind two bars are headings. Bars within links are no borders. */
record Tables(Inline inline) {
    String html(List<String> rows) {
        StringBuilder html = new StringBuilder("<div class='table-wrap'>\n<table class='confluenceTable'><tbody>\n");
        for (String row : rows) {
            html.append("<tr>\n").append(cells(row.strip())).append("</tr>\n");
        }
        return html.append("</tbody></table>\n</div>").toString();
    }

    private String cells(String row) {
        StringBuilder html = new StringBuilder();
        int next = 0;
        while (next < row.length()) {
            boolean heading = row.startsWith("||", next);
            int begin = next + (heading ? 2 : 1);
            int end = border(row, begin);
            if (begin < row.length() && !(end == row.length() && row.substring(begin).isBlank())) {
                String element = heading ? "th" : "td";
                html.append("<").append(element).append(" class='confluence").append(heading ? "Th" : "Td").append("'>")
                        .append(inline.html(row.substring(begin, end).strip())).append("</").append(element).append(">\n");
            }
            next = end;
        }
        return html.toString();
    }

    private static int border(String row, int from) {
        boolean inLink = false;
        for (int i = from; i < row.length(); i++) {
            char sign = row.charAt(i);
            inLink = sign == '[' ? row.indexOf(']', i) > i : sign != ']' && inLink;
            if (sign == '|' && !inLink) {
                return i;
            }
        }
        return row.length();
    }
}
