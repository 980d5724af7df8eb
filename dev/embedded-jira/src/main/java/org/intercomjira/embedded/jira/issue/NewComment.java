package org.intercomjira.embedded.jira.issue;

import java.util.Map;

/** A comment that is about to be written, with its properties as JSON by key. */
public record NewComment(String body, Restriction restriction, Map<String, String> properties) {
    public NewComment(String body, Restriction restriction) {
        this(body, restriction, Map.of());
    }
}
