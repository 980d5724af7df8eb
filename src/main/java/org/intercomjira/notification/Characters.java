package org.intercomjira.notification;

/** Which characters are text, and how many. */
final class Characters {
    private Characters() {
    }

    /** What is no text becomes a space: control characters, halves of surrogate pairs, what Unicode says is no character. */
    static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().map(character -> isText(character) ? character : ' ').forEach(clean::appendCodePoint);
        return clean.toString();
    }

    /** At most so many characters; null stays null. Only text. */
    static String cut(String text, int longest) {
        if (text == null || text.codePointCount(0, text.length()) <= longest) {
            return text == null ? null : clean(text);
        }
        return clean(text.substring(0, text.offsetByCodePoints(0, longest - 1))) + "\u2026";
    }

    static boolean isText(int character) {
        return !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE
                && (character & 0xFFFE) != 0xFFFE;
    }
}
