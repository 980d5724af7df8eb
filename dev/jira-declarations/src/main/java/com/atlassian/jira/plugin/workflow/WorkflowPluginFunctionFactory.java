package com.atlassian.jira.plugin.workflow;

/** The same, of post functions. */
public interface WorkflowPluginFunctionFactory extends WorkflowPluginFactory {
}
