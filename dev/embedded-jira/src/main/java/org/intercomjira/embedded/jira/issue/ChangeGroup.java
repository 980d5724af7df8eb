package org.intercomjira.embedded.jira.issue;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ofbiz.core.entity.GenericValue;

/** What one operation changed; {@code author} is a user key or null. */
public record ChangeGroup(long id, long issue, String author, Instant created, List<ChangeItem> items) {
    /** The change log of an issue event: its items are the relation ChildChangeItem. */
    public GenericValue row() {
        Map<String, Object> columns = new HashMap<>();
        columns.put("id", id);
        columns.put("issue", issue);
        columns.put("author", author);
        columns.put("created", Timestamp.from(created));
        return new GenericValue(columns, Map.of("ChildChangeItem", items.stream().map(ChangeItem::row).toList()));
    }

    boolean touches(Field field) {
        return items.stream().anyMatch(item -> item.field().equals(field.fieldName()));
    }

    boolean touchesMoreThan(Field field) {
        return items.stream().anyMatch(item -> !item.field().equals(field.fieldName()));
    }
}
