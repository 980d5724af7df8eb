package org.intercomjira.intercom;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A JSON value read with tolerance: what is missing, null or of another kind than expected is simply not there. Intercom leaves
 * fields out, and gives the same id as text in one place and as a number in another.
 */
record JsonView(JsonElement element) {
    private static final JsonView NOTHING = new JsonView(null);

    /** The text as JSON; nothing when it is no JSON. */
    static JsonView of(String text) {
        try {
            return new JsonView(JsonParser.parseString(text == null ? "" : text));
        } catch (JsonParseException e) {
            return NOTHING;
        }
    }

    boolean isObject() {
        return element != null && element.isJsonObject();
    }

    JsonView field(String name) {
        return isObject() && fields().has(name) ? new JsonView(fields().get(name)) : NOTHING;
    }

    /** The names of this object's fields; none when it is no object. */
    Set<String> names() {
        return isObject() ? fields().keySet() : Set.of();
    }

    /** The elements of this list; none when it is no list. */
    List<JsonView> elements() {
        List<JsonView> views = new ArrayList<>();
        if (element != null && element.isJsonArray()) {
            element.getAsJsonArray().forEach(each -> views.add(new JsonView(each)));
        }
        return views;
    }

    /** The text or number of a field, cut to a length; null when it is missing or empty. */
    String text(String name, int longest) {
        JsonElement value = isObject() ? fields().get(name) : null;
        if (value == null || !value.isJsonPrimitive()) {
            return null;
        }
        String text = value.getAsString();
        return text.isEmpty() ? null : cut(text, longest);
    }

    /** Unix seconds as an instant; null when missing or no number. */
    Instant time(String name) {
        String text = text(name, 20);
        try {
            return text == null ? null : Instant.ofEpochSecond(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Never between the two halves of one character. */
    static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    private JsonObject fields() {
        return element.getAsJsonObject();
    }
}
