package org.intercomjira.embedded.host.plugin;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.templaterenderer.TemplateRenderer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.intercomjira.embedded.host.ao.PluginActiveObjects;
import org.intercomjira.embedded.host.descriptor.DescriptorElement;
import org.intercomjira.embedded.host.extension.ExtensionModules;
import org.intercomjira.embedded.host.rest.RestModules;
import org.intercomjira.embedded.host.spring.PluginContext;
import org.intercomjira.embedded.host.text.ScriptTexts;
import org.intercomjira.embedded.host.velocity.MethodAllowList;
import org.intercomjira.embedded.host.velocity.PluginTemplates;
import org.intercomjira.embedded.host.web.FragmentModules;
import org.intercomjira.embedded.host.web.HostModules;
import org.intercomjira.embedded.host.web.ServletModules;
import org.intercomjira.embedded.host.web.WebResourceModules;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A plugin at work: its beans and its modules. */
final class RunningPlugin implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunningPlugin.class);

    private final PreparedPlugin plugin;
    private final PluginEnvironment environment;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private ServletModules servlets;
    private RestModules rest;
    private HostModules.PagePart pagePart;
    private ExtensionModules extensions;

    private RunningPlugin(PreparedPlugin plugin, PluginEnvironment environment) {
        this.plugin = plugin;
        this.environment = environment;
    }

    /** Starts everything; when something fails, what has been started is stopped again. */
    static RunningPlugin start(PreparedPlugin plugin, PluginEnvironment environment) {
        RunningPlugin running = new RunningPlugin(plugin, environment);
        try {
            running.start();
            return running;
        } catch (RuntimeException | LinkageError e) {
            running.close();
            throw e;
        }
    }

    private void start() {
        ClassLoader loader = PluginContext.loaderOf(plugin.bundle());
        undo.push(() -> environment.forget(loader));
        environment.texts().add(plugin.key(), plugin.texts());
        undo.push(() -> environment.texts().remove(plugin.key()));
        AtomicReference<PluginContext> context = new AtomicReference<>();
        PluginActiveObjects ao = environment.activeObjects().forPlugin(plugin.descriptor(), plugin.content(), task -> context.get().create(task));
        PluginTemplates templates = new PluginTemplates(plugin.content(), allowList());
        context.set(PluginContext.start(plugin.bundle(), plugin.index(), Map.of(ActiveObjects.class, ao, TemplateRenderer.class, templates)));
        undo.push(context.get()::close);
        startModules(context.get(), templates);
        ao.open();
        undo.push(ao::close);
        undo.push(context.get()::stopLifecycle);
        context.get().startLifecycle();
    }

    private void startModules(PluginContext context, PluginTemplates templates) {
        servlets = new ServletModules(plugin.descriptor(), plugin.content(), context);
        undo.push(servlets::close);
        rest = new RestModules(plugin.descriptor(), plugin.content(), context, environment.callers());
        undo.push(rest::close);
        rest.start(environment.servlets());
        pagePart = new HostModules.PagePart(new FragmentModules(plugin.descriptor(), plugin.content(), context, environment.texts(), templates),
                new WebResourceModules(plugin.descriptor(), plugin.content(), new ScriptTexts(environment.texts())));
        extensions = ExtensionModules.of(plugin.descriptor(), plugin.content(), context, templates, environment.texts());
    }

    private MethodAllowList allowList() {
        return new MethodAllowList(plugin.descriptor().modules("velocity-allowlist").stream().flatMap(module -> module.children("method").stream()).map(DescriptorElement::text).toList());
    }

    ServletModules servlets() {
        return servlets;
    }

    RestModules rest() {
        return rest;
    }

    ExtensionModules extensions() {
        return extensions;
    }

    HostModules.PagePart pagePart() {
        return pagePart;
    }

    /** Stops in reverse order; one step that fails does not keep the others from their turn. */
    @Override
    public void close() {
        while (!undo.isEmpty()) {
            try {
                undo.pop().run();
            } catch (RuntimeException | LinkageError e) {
                LOG.error("The plugin {} did not stop cleanly", plugin.key(), e);
            }
        }
    }
}
