package org.intercomjira.embedded.host.extension;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.customfields.impl.CalculatedCFType;
import com.atlassian.jira.issue.fields.CustomField;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.intercomjira.embedded.host.PluginException;
import org.intercomjira.embedded.spi.CustomFieldViews;
import org.intercomjira.embedded.spi.PluginExtensions;

/** A {@code customfield-type} whose values are worked out. */
record FieldTypeModule(ModuleParts parts, CalculatedCFType<Object, Object> type) implements PluginExtensions.FieldType {
    @SuppressWarnings("unchecked")
    static FieldTypeModule of(ModuleParts parts) {
        if (parts.create(parts.module().required("class")) instanceof CalculatedCFType<?, ?> type) {
            return new FieldTypeModule(parts, (CalculatedCFType<Object, Object>) type);
        }
        throw new PluginException(parts.module() + ": only calculated custom fields are known here");
    }

    @Override
    public String key() {
        return parts.key();
    }

    @Override
    public String name() {
        return parts.name();
    }

    @Override
    public Object value(CustomField field, Issue issue) {
        return parts.call(() -> plain(type.getValueFromIssue(field, issue)));
    }

    @Override
    public String html(CustomField field, Issue issue, CustomFieldViews.View view) {
        return parts.call(() -> {
            Object value = type.getValueFromIssue(field, issue);
            Map<String, Object> values = new HashMap<>();
            values.put("value", value);
            values.put("customField", field);
            values.put("issue", issue);
            return value == null ? "" : parts.render(view == CustomFieldViews.View.COLUMN && parts.has("column-view") ? "column-view" : "view", values);
        });
    }

    private Object plain(Object value) {
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value;
        }
        return value instanceof Collection<?> many ? many.stream().map(this::plain).toList() : type.getStringFromSingularObject(value);
    }
}
