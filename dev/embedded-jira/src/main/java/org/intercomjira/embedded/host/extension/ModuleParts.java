package org.intercomjira.embedded.host.extension;

import java.io.StringWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import org.intercomjira.embedded.host.PluginException;
import org.intercomjira.embedded.host.descriptor.DescriptorElement;
import org.intercomjira.embedded.host.descriptor.PluginContent;
import org.intercomjira.embedded.host.spring.ContextLoader;
import org.intercomjira.embedded.host.spring.PluginContext;
import org.intercomjira.embedded.host.text.HostTexts;
import org.intercomjira.embedded.host.velocity.PluginTemplates;

/** A module's element and what is needed to bring it to life. */
record ModuleParts(String pluginKey, DescriptorElement module, PluginContent content, PluginContext context, PluginTemplates templates, HostTexts texts) {
    String key() {
        return pluginKey + ":" + module.key();
    }

    String name() {
        return module.attribute("i18n-name-key").map(texts::getText).or(() -> module.attribute("name")).orElse(module.key());
    }

    String description() {
        return module.child("description").map(element -> element.attribute("key").map(texts::getText).orElseGet(element::text)).orElse("");
    }

    /** A new object of this class, fed with the plugin's beans. */
    Object create(String className) {
        return context.create(content.load(className, module.toString()));
    }

    <T> T call(Callable<T> work) {
        return ContextLoader.call(context.loader(), work);
    }

    boolean has(String view) {
        return module.children("resource").stream().anyMatch(resource -> resource.required("name").equals(view));
    }

    /** The velocity resource of this name. */
    String render(String view, Map<String, Object> values) throws java.io.IOException {
        DescriptorElement resource = module.children("resource").stream().filter(candidate -> candidate.required("name").equals(view)).findFirst()
                .orElseThrow(() -> new PluginException(module + " has no resource " + view));
        StringWriter html = new StringWriter();
        templates.render(resource.required("location"), values, html);
        return html.toString();
    }
}
