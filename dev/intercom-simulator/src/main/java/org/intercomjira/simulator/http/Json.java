package org.intercomjira.simulator.http;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.Optional;
import java.util.stream.Collector;

/** Writes and reads JSON trees; nulls are written, as Intercom does. */
public final class Json {

    private Json() {}

    /** Names and values in turn; a value is null, a string, number, boolean or JSON. */
    public static JsonObject object(Object... namesAndValues) {
        JsonObject object = new JsonObject();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.add((String) namesAndValues[i], element(namesAndValues[i + 1]));
        }
        return object;
    }

    public static Collector<Object, JsonArray, JsonArray> toArray() {
        return Collector.of(JsonArray::new, (array, value) -> array.add(element(value)), (left, right) -> {
            left.addAll(right);
            return left;
        });
    }

    /** Empty when the text is not a JSON object. */
    public static Optional<JsonObject> parse(String text) {
        try {
            JsonElement parsed = JsonParser.parseString(text);
            return parsed.isJsonObject() ? Optional.of(parsed.getAsJsonObject()) : Optional.empty();
        } catch (JsonParseException notJson) {
            return Optional.empty();
        }
    }

    /** The member as text; numbers and booleans too. Empty when it is missing, null or not a single value. */
    public static Optional<String> text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value != null && value.isJsonPrimitive() ? Optional.of(value.getAsString()) : Optional.empty();
    }

    private static JsonElement element(Object value) {
        if (value == null) {
            return JsonNull.INSTANCE;
        }
        if (value instanceof JsonElement json) {
            return json;
        }
        if (value instanceof Number number) {
            return new JsonPrimitive(number);
        }
        return value instanceof Boolean flag ? new JsonPrimitive(flag) : new JsonPrimitive((String) value);
    }
}
