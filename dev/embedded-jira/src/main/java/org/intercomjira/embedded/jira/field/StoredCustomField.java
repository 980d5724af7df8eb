package org.intercomjira.embedded.jira.field;

import com.atlassian.jira.issue.fields.CustomField;

/**
 * A custom field that an administrator made.
 *
 * @param type the complete key of the module of which it was made
 */
public record StoredCustomField(long number, String type, String name, String description) implements CustomField {
    @Override
    public String getId() {
        return "customfield_" + number;
    }

    @Override
    public String getName() {
        return name;
    }
}
