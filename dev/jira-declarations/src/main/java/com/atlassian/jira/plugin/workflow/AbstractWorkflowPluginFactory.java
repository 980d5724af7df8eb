package com.atlassian.jira.plugin.workflow;

import com.opensymphony.workflow.loader.AbstractDescriptor;
import java.util.Map;

/** Tells the three faces of a part of a workflow apart. */
public abstract class AbstractWorkflowPluginFactory implements WorkflowPluginFactory {
    protected AbstractWorkflowPluginFactory() {
    }

    protected abstract void getVelocityParamsForInput(Map<String, Object> velocityParams);

    protected abstract void getVelocityParamsForEdit(Map<String, Object> velocityParams, AbstractDescriptor descriptor);

    protected abstract void getVelocityParamsForView(Map<String, Object> velocityParams, AbstractDescriptor descriptor);

    protected String extractSingleParam(Map<String, Object> formParams, String paramName) {
        throw new UnsupportedOperationException("declaration only");
    }
}
