package org.intercomjira.embedded.jira.property;

import com.atlassian.jira.entity.property.EntityProperty;

/** A property as it was when it was read. */
public record StoredProperty(String key, String value) implements EntityProperty {
    public String getKey() {
        return key;
    }

    @Override
    public String getValue() {
        return value;
    }
}
