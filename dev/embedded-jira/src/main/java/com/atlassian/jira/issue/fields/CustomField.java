package com.atlassian.jira.issue.fields;

/** A custom field that an administrator made. */
public interface CustomField {
    String getId();

    String getName();
}
