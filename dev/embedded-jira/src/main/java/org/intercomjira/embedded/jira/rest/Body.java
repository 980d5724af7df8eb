package org.intercomjira.embedded.jira.rest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;

/** A JSON object that somebody sent. What is of another kind than was asked for is a bad request that names it. */
public record Body(JsonObject json) {
    /** Null when there is none. */
    public JsonElement get(String name) {
        return json.get(name);
    }

    /** Null when there is none. */
    public String text(String name) {
        JsonElement value = json.get(name);
        if (value == null || value.isJsonNull()) {
            return null;
        }
        if (!value.isJsonPrimitive()) {
            throw RestError.bad("'" + name + "' must be a string.");
        }
        return value.getAsString();
    }

    /** What is otherwise when there is none. */
    public int number(String name, int otherwise) {
        String text = text(name);
        try {
            return text == null ? otherwise : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw RestError.bad("'" + name + "' must be a number.");
        }
    }

    public boolean has(String name) {
        return json.has(name) && !json.get(name).isJsonNull();
    }

    /** An empty one when there is none. */
    public Body object(String name) {
        if (!has(name)) {
            return new Body(new JsonObject());
        }
        if (!json.get(name).isJsonObject()) {
            throw RestError.bad("'" + name + "' must be an object.");
        }
        return new Body(json.get(name).getAsJsonObject());
    }
}
