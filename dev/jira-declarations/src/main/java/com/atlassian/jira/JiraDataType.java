package com.atlassian.jira;

/** A kind of values in JQL. */
public interface JiraDataType {
}
