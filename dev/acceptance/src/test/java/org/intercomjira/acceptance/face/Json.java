package org.intercomjira.acceptance.face;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import java.util.List;
import java.util.stream.StreamSupport;

/** JSON in and out of the tests. */
public final class Json {
    private static final Gson GSON = new Gson();

    private Json() {
    }

    static String write(Object body) {
        return body instanceof String text ? text : GSON.toJson(body);
    }

    public static List<JsonElement> list(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
