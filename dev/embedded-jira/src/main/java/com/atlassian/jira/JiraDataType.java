package com.atlassian.jira;

/** The kind of values that a function yields. */
public interface JiraDataType {
}
