package com.atlassian.jira.entity.property;

/** One stored entity property. */
public interface EntityProperty {
    String getValue();
}
