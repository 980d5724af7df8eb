package org.intercomjira.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Comma separated values as RFC 4180 has them. Excel takes a file for UTF-8 only when it begins with a byte order mark, and a cell
 * that begins like a formula for a formula, whoever wrote it: such a cell gets an apostrophe in front, which spreadsheets do not show.
 */
final class Csv {
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private static final String FORMULA_STARTS = "=+-@\t\r";

    private Csv() {
    }

    /** @param rows the first is the heading; null is an empty cell */
    static String of(List<List<String>> rows) {
        return rows.stream().map(row -> row.stream().map(Csv::cell).collect(Collectors.joining(",")) + "\r\n")
                .collect(Collectors.joining("", BYTE_ORDER_MARK, ""));
    }

    private static String cell(String value) {
        String text = value == null ? "" : value;
        String harmless = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean needsQuotes = harmless.chars().anyMatch(character -> ",\"\r\n".indexOf(character) >= 0);
        return needsQuotes ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
