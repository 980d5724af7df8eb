package com.atlassian.jira.issue.customfields.impl;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;

/** A custom field whose value is worked out, never entered. */
public abstract class CalculatedCFType<T, S> {
    protected CalculatedCFType() {
    }

    public abstract String getStringFromSingularObject(S value);

    public abstract S getSingularObjectFromString(String text) throws FieldValidationException;

    public abstract T getValueFromIssue(CustomField field, Issue issue);
}
