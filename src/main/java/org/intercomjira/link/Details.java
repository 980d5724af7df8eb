package org.intercomjira.link;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.intercomjira.intercom.Profile;
import org.intercomjira.platform.VisibleText;

/**
 * A contact's or company's visible fields.
 *
 * @param name   null when there is none
 * @param fields in the order in which they are shown; fields without a value that can be seen are left out
 */
record Details(String name, Map<String, String> fields) {
    private static final int LONGEST_VALUE = 250;
    /** What is asked for without an answer: nobody, or nobody that the app may see. */
    static final Details NONE = new Details(null, Map.of());

    Details {
        name = VisibleText.orNull(name);
    }

    /** @param name as it is to be shown */
    static Details of(String name, Profile profile, List<String> visible) {
        Map<String, String> fields = new LinkedHashMap<>();
        visible.forEach(field -> profile.attribute(field).map(value -> cut(value, LONGEST_VALUE)).filter(VisibleText::isSeen)
                .ifPresent(value -> fields.put(field, value)));
        return new Details(cut(name, LONGEST_VALUE), fields);
    }

    Details only(List<String> visible) {
        Map<String, String> fewer = new LinkedHashMap<>();
        visible.stream().filter(fields::containsKey).forEach(name -> fewer.put(name, fields.get(name)));
        return new Details(name, fewer);
    }

    /** Counts code points: half an emoji would be no text. */
    static String cut(String text, int longest) {
        if (text == null || text.codePointCount(0, text.length()) <= longest) {
            return text;
        }
        return text.substring(0, text.offsetByCodePoints(0, longest));
    }
}
