package org.intercomjira.embedded.jira.rest;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.Map;
import org.intercomjira.embedded.jira.Domain;
import org.intercomjira.embedded.jira.issue.Field;
import org.intercomjira.embedded.jira.issue.NewComment;
import org.intercomjira.embedded.jira.issue.StoredIssue;
import org.intercomjira.embedded.jira.issue.Value;

/** Reads what an edit or a transition asks for: {@code fields}, and {@code update} with set operations and one comment. */
final class UpdateReader {
    private final FieldReader fields;
    private final CommentReader comments;

    UpdateReader(Domain jira) {
        this.fields = new FieldReader(jira);
        this.comments = new CommentReader(jira);
    }

    /** New values, and a comment that may be null. */
    record Update(Map<Field, Value> values, NewComment comment) {
    }

    Update read(Body body, Call call, StoredIssue issue) {
        JsonObject wanted = body.object("fields").json().deepCopy();
        NewComment comment = null;
        for (Map.Entry<String, JsonElement> entry : body.object("update").json().entrySet()) {
            for (JsonElement operation : operations(entry)) {
                if (entry.getKey().equals("comment")) {
                    comment = comments.read(new Body(operation.getAsJsonObject()).object("add"), call, issue);
                } else {
                    wanted.add(entry.getKey(), operation.getAsJsonObject().get("set"));
                }
            }
        }
        return new Update(fields.read(wanted, issue.project(), call.user()), comment);
    }

    private static JsonArray operations(Map.Entry<String, JsonElement> entry) {
        if (!entry.getValue().isJsonArray() || !entry.getValue().getAsJsonArray().asList().stream().allMatch(JsonElement::isJsonObject)) {
            throw RestError.fields(Map.of(entry.getKey(), "expected a list of operations"));
        }
        return entry.getValue().getAsJsonArray();
    }
}
