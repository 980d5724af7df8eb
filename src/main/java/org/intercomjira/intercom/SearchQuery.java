package org.intercomjira.intercom;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;

/**
 * What a person typed to find a conversation, as Intercom's search wants it. Titles cannot be searched at Intercom. Of the first message
 * it knows whole words only, so each word is a filter of its own; of subject, e-mail and name it finds parts.
 */
record SearchQuery(String typed) {
    /** Intercom takes at most 15 filters in a group. */
    private static final int MOST_WORDS = 10;

    JsonObject toJson() {
        JsonArray any = new JsonArray();
        List<String> words = words();
        if (words.size() == 1) {
            any.add(filter("source.body", words.get(0)));
        } else if (!words.isEmpty()) {
            JsonArray all = new JsonArray();
            words.forEach(word -> all.add(filter("source.body", word)));
            any.add(group("AND", all));
        }
        for (String field : List.of("source.subject", "source.author.email", "source.author.name")) {
            any.add(filter(field, typed.strip()));
        }
        return group("OR", any);
    }

    private List<String> words() {
        return Arrays.stream(typed.strip().split("\\s+")).filter(word -> !word.isEmpty()).distinct().limit(MOST_WORDS).toList();
    }

    private static JsonObject filter(String field, String value) {
        JsonObject filter = new JsonObject();
        filter.addProperty("field", field);
        filter.addProperty("operator", "~");
        filter.addProperty("value", value);
        return filter;
    }

    private static JsonObject group(String operator, JsonArray filters) {
        JsonObject group = new JsonObject();
        group.addProperty("operator", operator);
        group.add("value", filters);
        return group;
    }
}
