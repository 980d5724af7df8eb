package org.intercomjira.embedded.jira.rest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.embedded.jira.Domain;
import org.intercomjira.embedded.jira.issue.NewComment;
import org.intercomjira.embedded.jira.issue.Restriction;
import org.intercomjira.embedded.jira.issue.StoredIssue;
import org.intercomjira.embedded.jira.project.ProjectRole;
import org.intercomjira.embedded.jira.property.Properties;

/** Makes comments of requests. One may restrict a comment only to groups and roles that one is in. */
final class CommentReader {
    private static final int LONGEST_BODY = 100_000;

    private final Domain jira;

    CommentReader(Domain jira) {
        this.jira = jira;
    }

    NewComment read(Body json, Call call, StoredIssue issue) {
        String body = json.text("body");
        if (body == null || body.isBlank()) {
            throw RestError.fields(Map.of("comment", "Comment body can not be empty!"));
        }
        if (body.length() > LONGEST_BODY) {
            throw RestError.fields(Map.of("comment", "The entered text is too long. It exceeds the allowed limit of " + LONGEST_BODY + " characters."));
        }
        return new NewComment(body, json.has("visibility") ? restriction(json.object("visibility"), call, issue) : Restriction.NONE, properties(json.get("properties")));
    }

    private static Map<String, String> properties(JsonElement json) {
        if (json == null || json.isJsonNull()) {
            return Map.of();
        }
        Map<String, String> properties = new LinkedHashMap<>();
        try {
            for (JsonElement element : json.getAsJsonArray()) {
                JsonObject property = element.getAsJsonObject();
                String key = property.get("key").getAsString();
                String value = String.valueOf(property.get("value"));
                Properties.check(key, value);
                properties.put(key, value);
            }
        } catch (IllegalStateException | NullPointerException | UnsupportedOperationException e) {
            throw RestError.bad("'properties' must be a list of keys and values.");
        } catch (Properties.BadProperty e) {
            throw RestError.bad(e.getMessage());
        }
        return properties;
    }

    private Restriction restriction(Body visibility, Call call, StoredIssue issue) {
        String value = visibility.text("value");
        if ("group".equals(visibility.text("type"))) {
            if (value == null || !jira.accounts().isMember(call.user(), value)) {
                throw RestError.fields(Map.of("commentLevel", "You are currently not a member of the group: " + value + "."));
            }
            return new Restriction(value, null);
        }
        Optional<ProjectRole> role = jira.roles().byName(value).filter(found -> jira.roles().hasRole(call.user(), found.id(), issue.project().id()));
        return new Restriction(null, role.orElseThrow(() ->
                RestError.fields(Map.of("commentLevel", "You are currently not a member of the project role: " + value + "."))).id());
    }
}
