package com.atlassian.jira.issue.customfields.impl;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;

/** A field that stores nothing. */
public abstract class CalculatedCFType<T, S> {
    protected CalculatedCFType() {
    }

    public abstract String getStringFromSingularObject(S value);

    public abstract S getSingularObjectFromString(String text);

    public abstract T getValueFromIssue(CustomField field, Issue issue);
}
