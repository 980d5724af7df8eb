package org.intercomjira.embedded.jira.issue;

import java.util.HashMap;
import java.util.Map;
import org.ofbiz.core.entity.GenericValue;

/** One changed field of a change group. */
public record ChangeItem(String field, Value from, Value to) {
    /** The row as Jira's entity engine shows it. */
    GenericValue row() {
        Map<String, Object> columns = new HashMap<>();
        columns.put("fieldtype", "jira");
        columns.put("field", field);
        columns.put("oldvalue", from.id());
        columns.put("oldstring", from.text());
        columns.put("newvalue", to.id());
        columns.put("newstring", to.text());
        return new GenericValue(columns, Map.of());
    }
}
