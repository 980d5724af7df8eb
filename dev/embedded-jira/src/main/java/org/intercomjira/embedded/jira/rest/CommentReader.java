package org.intercomjira.embedded.jira.rest;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import java.util.Optional;
import org.intercomjira.embedded.jira.Domain;
import org.intercomjira.embedded.jira.issue.NewComment;
import org.intercomjira.embedded.jira.issue.Restriction;
import org.intercomjira.embedded.jira.issue.StoredIssue;
import org.intercomjira.embedded.jira.project.ProjectRole;

/** Makes comments of requests. One may restrict a comment only to groups and roles that one is in. */
final class CommentReader {
    private static final int LONGEST_BODY = 100_000;

    private final Domain jira;

    CommentReader(Domain jira) {
        this.jira = jira;
    }

    NewComment read(JsonObject json, Call call, StoredIssue issue) {
        String body = text(json.get("body"));
        if (body == null || body.isBlank()) {
            throw RestError.fields(Map.of("comment", "Comment body can not be empty!"));
        }
        if (body.length() > LONGEST_BODY) {
            throw RestError.fields(Map.of("comment", "The entered text is too long. It exceeds the allowed limit of " + LONGEST_BODY + " characters."));
        }
        JsonElement visibility = json.get("visibility");
        return new NewComment(body, visibility == null || !visibility.isJsonObject() ? Restriction.NONE : restriction(visibility.getAsJsonObject(), call, issue));
    }

    private Restriction restriction(JsonObject visibility, Call call, StoredIssue issue) {
        String value = text(visibility.get("value"));
        if ("group".equals(text(visibility.get("type")))) {
            if (value == null || !jira.accounts().isMember(call.user(), value)) {
                throw RestError.fields(Map.of("commentLevel", "You are currently not a member of the group: " + value + "."));
            }
            return new Restriction(value, null);
        }
        Optional<ProjectRole> role = jira.roles().byName(value).filter(found -> jira.roles().hasRole(call.user(), found.id(), issue.project().id()));
        return new Restriction(null, role.orElseThrow(() ->
                RestError.fields(Map.of("commentLevel", "You are currently not a member of the project role: " + value + "."))).id());
    }

    private static String text(JsonElement json) {
        return json == null || !json.isJsonPrimitive() ? null : json.getAsString();
    }
}
