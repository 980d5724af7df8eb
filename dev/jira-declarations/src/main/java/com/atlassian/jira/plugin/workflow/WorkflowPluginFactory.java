package com.atlassian.jira.plugin.workflow;

import java.util.Map;

/** Shows and reads what people choose for a part of a workflow. */
public interface WorkflowPluginFactory {
    Map<String, ?> getDescriptorParams(Map<String, Object> formParams);
}
