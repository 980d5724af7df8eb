package org.intercomjira.platform;

import java.util.Set;

/**
 * Decides whether a text that names something shows anything. Other people write names, subjects and file names: such a text can be there
 * and yet have nothing that can be seen or pointed at. It then counts as absent. A text that shows anything is never changed.
 */
public final class VisibleText {
    /** Signs of their own by Unicode's tables, which are drawn as nothing: Hangul fillers, the empty braille pattern, the null note head. */
    private static final Set<Integer> BLANKS = Set.of(0x115F, 0x1160, 0x3164, 0xFFA0, 0x2800, 0x1D159);
    /** Format characters by Unicode's tables, which are drawn nevertheless: signs that stand over or around numbers. */
    private static final Set<Integer> DRAWN = Set.of(0x600, 0x601, 0x602, 0x603, 0x604, 0x605, 0x6DD, 0x70F, 0x890, 0x891, 0x8E2, 0x110BD, 0x110CD);

    private VisibleText() {
    }

    /** Whether anything can be seen of the text; of null nothing can. */
    public static boolean isSeen(String text) {
        return text != null && text.codePoints().anyMatch(VisibleText::isSeen);
    }

    /** The text, or null when nothing can be seen of it. */
    public static String orNull(String text) {
        return isSeen(text) ? text : null;
    }

    /** The text, or what stands for it when nothing can be seen of it. */
    public static String or(String text, String instead) {
        return isSeen(text) ? text : instead;
    }

    private static boolean isSeen(int character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.CONTROL, Character.SURROGATE,
                // without a base they have nothing to stand on; variation selectors and the grapheme joiner are among them
                Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> false;
            case Character.FORMAT -> DRAWN.contains(character);
            // the tables of this Java may be older than the letter: only what will never be one is known to show nothing
            case Character.UNASSIGNED -> !isNeverDrawn(character);
            default -> !BLANKS.contains(character);
        };
    }

    private static boolean isNeverDrawn(int character) {
        return (character & 0xFFFE) == 0xFFFE || character >= 0xFDD0 && character <= 0xFDEF || character == 0x2065
            || character >= 0xFFF0 && character <= 0xFFF8 || character >= 0xE0000 && character <= 0xE0FFF;
    }
}
