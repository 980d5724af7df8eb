package com.atlassian.jira;

/** Jira's own kinds of values. */
public final class JiraDataTypes {
    public static final JiraDataType ISSUE = new Named("issue");

    private JiraDataTypes() {
    }

    private record Named(String name) implements JiraDataType {
    }
}
