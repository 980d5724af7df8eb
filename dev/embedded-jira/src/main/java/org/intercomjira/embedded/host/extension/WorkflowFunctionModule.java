package org.intercomjira.embedded.host.extension;

import com.atlassian.jira.plugin.workflow.WorkflowPluginFunctionFactory;
import com.opensymphony.module.propertyset.PropertySet;
import com.opensymphony.workflow.FunctionProvider;
import com.opensymphony.workflow.loader.FunctionDescriptor;
import java.util.HashMap;
import java.util.Map;
import org.intercomjira.embedded.host.PluginException;
import org.intercomjira.embedded.spi.PluginExtensions;

/** A {@code workflow-function}: its factory makes views and arguments, its function runs in transitions. Both are made anew for each use, as in Jira. */
record WorkflowFunctionModule(ModuleParts parts) implements PluginExtensions.WorkflowFunction {
    private static final PropertySet NO_PROPERTIES = new PropertySet() {
    };

    @Override
    public String key() {
        return parts.key();
    }

    @Override
    public String name() {
        return parts.name();
    }

    @Override
    public String description() {
        return parts.description();
    }

    @Override
    public String html(String view, Map<String, String> arguments) {
        return parts.call(() -> parts.render(view, new HashMap<>(factory().getVelocityParams(view, new FunctionDescriptor(arguments)))));
    }

    @Override
    public Map<String, String> arguments(Map<String, String[]> form) {
        return parts.call(() -> {
            Map<String, String> arguments = new HashMap<>();
            factory().getDescriptorParams(new HashMap<>(form)).forEach((name, value) -> arguments.put(name, String.valueOf(value)));
            return arguments;
        });
    }

    @Override
    public void execute(Map<String, Object> transientVars, Map<String, String> arguments) {
        parts.call(() -> {
            Map<String, String> all = new HashMap<>(arguments);
            String function = parts.module().child("function-class").orElseThrow().text();
            all.put("class.name", function);
            ((FunctionProvider) parts.create(function)).execute(new HashMap<>(transientVars), all, NO_PROPERTIES);
            return null;
        });
    }

    /** Finds out at the start whether factory and function can be made. */
    WorkflowFunctionModule checked() {
        factory();
        Object function = parts.create(parts.module().child("function-class").orElseThrow().text());
        if (!(function instanceof FunctionProvider)) {
            throw new PluginException(parts.module() + ": the function-class is no " + FunctionProvider.class.getName());
        }
        return this;
    }

    private WorkflowPluginFunctionFactory factory() {
        if (parts.create(parts.module().required("class")) instanceof WorkflowPluginFunctionFactory factory) {
            return factory;
        }
        throw new PluginException(parts.module() + ": the class is no " + WorkflowPluginFunctionFactory.class.getName());
    }
}
