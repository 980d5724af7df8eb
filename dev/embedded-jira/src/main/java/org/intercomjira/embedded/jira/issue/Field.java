package org.intercomjira.embedded.jira.issue;

import java.util.Arrays;
import java.util.Optional;

/** A field that can be changed: its name in REST and in the change history, its column, and whether the column holds the id or the text. */
public enum Field {
    SUMMARY("summary", "summary", false),
    DESCRIPTION("description", "description", false),
    ISSUE_TYPE("issuetype", "issuetype", true),
    PRIORITY("priority", "priority", true),
    REPORTER("reporter", "reporter", true),
    ASSIGNEE("assignee", "assignee", true),
    RESOLUTION("resolution", "resolution", true),
    STATUS("status", "issuestatus", true),
    SECURITY("security", "security", true);

    private final String name;
    private final String column;
    private final boolean holdsId;

    Field(String name, String column, boolean holdsId) {
        this.name = name;
        this.column = column;
        this.holdsId = holdsId;
    }

    public static Optional<Field> named(String name) {
        return Arrays.stream(values()).filter(field -> field.name.equals(name)).findFirst();
    }

    public String fieldName() {
        return name;
    }

    String column() {
        return column;
    }

    /** What the column takes: the level's id is a number there, the other ids are texts. */
    Object stored(Value value) {
        if (this == SECURITY) {
            return value.id() == null ? null : Long.valueOf(value.id());
        }
        return holdsId ? value.id() : value.text();
    }
}
