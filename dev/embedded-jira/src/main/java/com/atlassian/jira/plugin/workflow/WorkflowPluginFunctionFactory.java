package com.atlassian.jira.plugin.workflow;

/** Configures a post function. */
public interface WorkflowPluginFunctionFactory extends WorkflowPluginFactory {
}
