package org.intercomjira.delivery;

/** Makes a text fit for any database: one line, of a length, without what some of them refuse. */
final class StoredText {
    private StoredText() {
    }

    /** Null when nothing is left: Oracle takes an empty text for none. */
    static String of(String text, int longest) {
        if (text == null) {
            return null;
        }
        // MySQL's old utf8 has no characters beyond the first plane, PostgreSQL no NUL.
        String line = text.replaceAll("[\\p{Cntrl}\\s]+", " ").replaceAll("[\\x{10000}-\\x{10FFFF}\\x{D800}-\\x{DFFF}]", "?").strip();
        String cut = line.length() > longest ? line.substring(0, longest).strip() : line;
        return cut.isEmpty() ? null : cut;
    }
}
