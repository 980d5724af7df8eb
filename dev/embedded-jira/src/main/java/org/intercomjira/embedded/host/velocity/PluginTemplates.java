package org.intercomjira.embedded.host.velocity;

import com.atlassian.templaterenderer.TemplateRenderer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.util.HashMap;
import java.util.Map;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.exception.MethodInvocationException;
import org.intercomjira.embedded.host.PluginException;
import org.intercomjira.embedded.host.descriptor.PluginContent;
import org.intercomjira.embedded.host.spring.ContextLoader;

/** Renders a plugin's own templates. The context holds what the caller put there and nothing else. */
public final class PluginTemplates implements TemplateRenderer {
    private final PluginContent content;
    private final VelocityEngine engine;

    public PluginTemplates(PluginContent content, MethodAllowList allowList) {
        this.content = content;
        this.engine = ContextLoader.call(PluginTemplates.class.getClassLoader(), () -> engine(allowList));
    }

    private static VelocityEngine engine(MethodAllowList allowList) throws Exception {
        VelocityEngine engine = new VelocityEngine();
        engine.setApplicationAttribute(MethodAllowList.class.getName(), allowList);
        engine.setProperty("runtime.introspector.uberspect", GuardedUberspect.class.getName());
        engine.setProperty("runtime.log.logsystem.class", "org.apache.velocity.runtime.log.NullLogChute");
        engine.setProperty("resource.loader", "none");
        engine.setProperty("none.resource.loader.class", "org.apache.velocity.runtime.resource.loader.StringResourceLoader");
        engine.setProperty("velocimacro.library", "");
        engine.setProperty("input.encoding", "UTF-8");
        engine.init();
        return engine;
    }

    @Override
    public void render(String template, Map<String, Object> context, Writer writer) throws IOException {
        String path = template.startsWith("/") ? template.substring(1) : template;
        String source = content.text(path).orElseThrow(() -> new GuardedUberspect.Refused("The JAR has no template " + path));
        writer.write(evaluate(path, source, context));
    }

    /** Renders a template given as text, such as the link of a web item. */
    public String evaluate(String name, String source, Map<String, Object> context) {
        VelocityContext velocity = new VelocityContext(new HashMap<>(context));
        EventCartridge cartridge = new EventCartridge();
        cartridge.addEventHandler(new HtmlEscape());
        cartridge.attachToContext(velocity);
        StringWriter result = new StringWriter();
        try {
            engine.evaluate(velocity, result, name, source);
            return result.toString();
        } catch (MethodInvocationException e) {
            throw new PluginException(name + ": " + e.getWrappedThrowable(), e);
        } catch (IOException e) {
            throw new PluginException(name + ": " + e.getMessage(), e);
        }
    }
}
