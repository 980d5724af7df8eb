package org.intercomjira.notification;

import com.atlassian.jira.plugin.workflow.AbstractWorkflowPluginFactory;
import com.atlassian.jira.plugin.workflow.WorkflowPluginFunctionFactory;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.opensymphony.workflow.loader.AbstractDescriptor;
import com.opensymphony.workflow.loader.FunctionDescriptor;
import java.util.Map;

/** The three faces of the post function in the workflow editor: adding, changing, and the line that describes it. */
public class NotifyFunctionFactory extends AbstractWorkflowPluginFactory implements WorkflowPluginFunctionFactory {
    private static final String PREFIX = "intercom.notification.function.";

    private final I18nResolver i18n;

    public NotifyFunctionFactory(@ComponentImport I18nResolver i18n) {
        this.i18n = i18n;
    }

    @Override
    public Map<String, ?> getDescriptorParams(Map<String, Object> formParams) {
        return Map.of(NotifyFunction.REOPEN, String.valueOf(isChecked(formParams)));
    }

    @Override
    protected void getVelocityParamsForInput(Map<String, Object> velocityParams) {
        form(velocityParams, false);
    }

    @Override
    protected void getVelocityParamsForEdit(Map<String, Object> velocityParams, AbstractDescriptor descriptor) {
        form(velocityParams, reopens(descriptor));
    }

    @Override
    protected void getVelocityParamsForView(Map<String, Object> velocityParams, AbstractDescriptor descriptor) {
        velocityParams.put("description", i18n.getText(PREFIX + (reopens(descriptor) ? "view.reopen" : "view")));
    }

    private void form(Map<String, Object> velocityParams, boolean reopen) {
        velocityParams.put("reopen", reopen);
        velocityParams.put("label", i18n.getText(PREFIX + "reopen"));
        velocityParams.put("hint", i18n.getText(PREFIX + "hint"));
    }

    private static boolean reopens(AbstractDescriptor descriptor) {
        return descriptor instanceof FunctionDescriptor function && "true".equals(function.getArgs().get(NotifyFunction.REOPEN));
    }

    /** A browser sends nothing for a box that is not checked. */
    private boolean isChecked(Map<String, Object> formParams) {
        return formParams.containsKey(NotifyFunction.REOPEN) && "true".equals(extractSingleParam(formParams, NotifyFunction.REOPEN));
    }
}
