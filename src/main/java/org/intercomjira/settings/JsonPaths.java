package org.intercomjira.settings;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Arrays;
import java.util.List;

/** Ways into a JSON document by the names of keys from its root, with dots between them. */
final class JsonPaths {
    /** What {@link #at} answers when the path does not lead on; to be compared by identity. */
    static final JsonElement BLOCKED = new JsonObject();

    private JsonPaths() {
    }

    /** @return null when nothing is there, {@link #BLOCKED} when a step of the path is no object */
    static JsonElement at(JsonObject root, String path) {
        JsonElement place = root;
        for (String step : path.split("\\.")) {
            if (!place.isJsonObject()) {
                return BLOCKED;
            }
            place = place.getAsJsonObject().get(step);
            if (place == null) {
                return null;
            }
        }
        return place;
    }

    /** Puts the value there; steps that are missing or no objects become objects. */
    static void put(JsonObject root, String path, JsonElement value) {
        JsonObject place = root;
        List<String> steps = Arrays.asList(path.split("\\."));
        for (String step : steps.subList(0, steps.size() - 1)) {
            if (!(place.get(step) instanceof JsonObject)) {
                place.add(step, new JsonObject());
            }
            place = place.getAsJsonObject(step);
        }
        place.add(steps.get(steps.size() - 1), value);
    }

    /** Takes away what is there, with the objects that become empty by it, and a step of the path that is no object. */
    static void remove(JsonObject root, String path) {
        int dot = path.indexOf('.');
        String step = dot < 0 ? path : path.substring(0, dot);
        if (dot >= 0 && root.get(step) instanceof JsonObject inner) {
            remove(inner, path.substring(dot + 1));
            if (!inner.isEmpty()) {
                return;
            }
        }
        root.remove(step);
    }

    /** Whether the change wants an object where the target has something else, which a merge would throw away. */
    static boolean collide(JsonObject target, JsonObject change) {
        return change.entrySet().stream().filter(entry -> entry.getValue().isJsonObject() && target.has(entry.getKey()))
                .anyMatch(entry -> !(target.get(entry.getKey()) instanceof JsonObject inner) || collide(inner, entry.getValue().getAsJsonObject()));
    }

    /** Puts the change over the target, key by key; whatever is no object is replaced whole. */
    static void merge(JsonObject target, JsonObject change) {
        change.entrySet().forEach(entry -> {
            JsonElement old = target.get(entry.getKey());
            if (old != null && old.isJsonObject() && entry.getValue().isJsonObject()) {
                merge(old.getAsJsonObject(), entry.getValue().getAsJsonObject());
            } else {
                target.add(entry.getKey(), entry.getValue().deepCopy());
            }
        });
    }
}
