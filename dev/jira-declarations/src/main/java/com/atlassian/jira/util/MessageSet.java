package com.atlassian.jira.util;

/** What a query is told. */
public interface MessageSet {
}
