package org.intercomjira.embedded.host.web;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.function.Function;
import org.intercomjira.embedded.host.PluginException;
import org.intercomjira.embedded.host.descriptor.DescriptorElement;
import org.intercomjira.embedded.host.descriptor.PluginContent;
import org.intercomjira.embedded.host.spring.ContextLoader;
import org.intercomjira.embedded.host.spring.PluginContext;

/** A {@code <context-provider>}. Its interface is not declared as long as the plugin has none, so it is called by its methods' names. */
record PanelContext(DescriptorElement element, PluginContent content, PluginContext context) {
    @SuppressWarnings("unchecked")
    Function<Map<String, Object>, Map<String, Object>> provider() {
        Class<?> type = content.load(element.required("class"), element.toString());
        Object provider = context.create(type);
        try {
            type.getMethod("init", Map.class).invoke(provider, element.params());
            Method contextMap = type.getMethod("getContextMap", Map.class);
            return values -> ContextLoader.call(context.loader(), () -> (Map<String, Object>) contextMap.invoke(provider, values));
        } catch (ReflectiveOperationException e) {
            throw new PluginException(element + ": the class " + type.getName() + " is no com.atlassian.plugin.web.ContextProvider", e);
        }
    }
}
