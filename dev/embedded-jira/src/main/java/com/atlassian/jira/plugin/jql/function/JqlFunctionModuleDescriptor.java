package com.atlassian.jira.plugin.jql.function;

/** What the descriptor says of a function. */
public interface JqlFunctionModuleDescriptor {
    String getFunctionName();

    boolean isList();
}
