package org.intercomjira.embedded.jira.rest;

import com.atlassian.jira.user.ApplicationUser;
import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** A request to one of Jira's REST paths. {@code user} is null for anonymous, {@code path} holds the variables of the route. */
public record Call(HttpServletRequest request, Map<String, String> path, ApplicationUser user) {
    public String variable(String name) {
        return path.get(name);
    }

    /** The same call with one more variable, for paths that name things by parameter. */
    Call with(String name, String value) {
        return new Call(request, Map.of(name, value), user);
    }

    /** The query parameter, or what else to take when it is not there. */
    public String query(String name, String otherwise) {
        String value = request.getParameter(name);
        return value == null ? otherwise : value;
    }

    public int number(String name, int otherwise) {
        String value = request.getParameter(name);
        try {
            return value == null ? otherwise : Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw RestError.bad("'" + value + "' is no number.");
        }
    }

    /** Whether {@code expand} names this part. */
    public boolean expands(String part) {
        return List.of(query("expand", "").split("\\s*,\\s*")).contains(part);
    }

    /** Anonymous callers get 401. */
    public ApplicationUser requireUser() {
        if (user == null) {
            throw RestError.notLoggedIn();
        }
        return user;
    }

    public String text() {
        try {
            return new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The body, which must be a JSON object. */
    public Body body() {
        try {
            JsonElement body = JsonParser.parseString(text());
            if (body.isJsonObject()) {
                return new Body(body.getAsJsonObject());
            }
        } catch (JsonParseException e) {
            throw RestError.bad("Unexpected character: the body is no JSON.");
        }
        throw RestError.bad("Can not deserialize instance: the body must be a JSON object.");
    }
}
