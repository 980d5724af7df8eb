package org.intercomjira.embedded.jira.issue;

/** A field's value as the change history shows it: the id (null for texts) and what people read. */
public record Value(String id, String text) {
    public static final Value NONE = new Value(null, null);

    public static Value text(String text) {
        return text == null || text.isEmpty() ? NONE : new Value(null, text);
    }

    public static Value of(Named named) {
        return named == null ? NONE : new Value(named.id(), named.name());
    }
}
