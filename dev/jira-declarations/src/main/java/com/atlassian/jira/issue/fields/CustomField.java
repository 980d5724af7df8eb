package com.atlassian.jira.issue.fields;

/** A field that an administrator made. */
public interface CustomField {
}
