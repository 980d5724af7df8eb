package com.atlassian.jira.plugin.jql.function;

/** Knows its name from the descriptor. */
public abstract class AbstractJqlFunction implements JqlFunction {
}
