package com.atlassian.jira;

/** Jira's own kinds of values. */
public final class JiraDataTypes {
    /** Set at run time: no constant for the compiler. */
    public static final JiraDataType ISSUE = null;

    private JiraDataTypes() {
    }
}
