package org.intercomjira.embedded.host.web;

import com.atlassian.plugin.web.api.model.WebPanel;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.intercomjira.embedded.host.PluginException;
import org.intercomjira.embedded.host.descriptor.DescriptorElement;
import org.intercomjira.embedded.host.descriptor.PluginContent;
import org.intercomjira.embedded.host.descriptor.PluginDescriptor;
import org.intercomjira.embedded.host.spring.ContextLoader;
import org.intercomjira.embedded.host.spring.PluginContext;
import org.intercomjira.embedded.host.text.HostTexts;
import org.intercomjira.embedded.host.velocity.PluginTemplates;
import org.intercomjira.embedded.spi.PluginModules.Panel;
import org.intercomjira.embedded.spi.PluginModules.WebItem;
import org.intercomjira.embedded.spi.PluginModules.WebSection;

/** A plugin's web items, web sections and web panels, made when the plugin starts. */
public final class FragmentModules {
    private final PluginDescriptor descriptor;
    private final PluginContent content;
    private final PluginContext context;
    private final FragmentTexts texts;
    private final PluginTemplates templates;
    private final List<Fragment<WebItem>> items;
    private final List<Fragment<Panel>> panels;
    private final List<Fragment<WebSection>> sections;

    /** Something for a place on a page, if its conditions hold. */
    record Fragment<T>(String place, int weight, Predicate<Map<String, Object>> condition, Function<Map<String, Object>, T> render) {
    }

    public FragmentModules(PluginDescriptor descriptor, PluginContent content, PluginContext context, HostTexts texts, PluginTemplates templates) {
        this.descriptor = descriptor;
        this.content = content;
        this.context = context;
        this.texts = new FragmentTexts(texts, templates);
        this.templates = templates;
        items = descriptor.modules("web-item").stream().map(module -> fragment(module, module.required("section"), item(module))).toList();
        panels = descriptor.modules("web-panel").stream().map(module -> fragment(module, module.required("location"), panel(module))).toList();
        sections = descriptor.modules("web-section").stream().map(module -> fragment(module, module.required("location"), section(module))).toList();
    }

    List<Fragment<WebItem>> items() {
        return items;
    }

    List<Fragment<Panel>> panels() {
        return panels;
    }

    List<Fragment<WebSection>> sections() {
        return sections;
    }

    private <T> Fragment<T> fragment(DescriptorElement module, String place, Function<Map<String, Object>, T> render) {
        Predicate<Map<String, Object>> condition = new FragmentConditions(content, context).of(module);
        return new Fragment<>(place, module.weight(), values -> ContextLoader.call(context.loader(), () -> condition.test(values)), render);
    }

    private Function<Map<String, Object>, WebSection> section(DescriptorElement module) {
        return values -> new WebSection(module.key(), texts.label(module));
    }

    private Function<Map<String, Object>, WebItem> item(DescriptorElement module) {
        DescriptorElement link = module.child("link").orElseThrow();
        return values -> new WebItem(descriptor.key() + ":" + module.key(), link.attribute("linkId").orElse(""), texts.label(module), texts.address(link, values));
    }

    private Function<Map<String, Object>, Panel> panel(DescriptorElement module) {
        Function<Map<String, Object>, String> html = module.attribute("class").isPresent() ? ofClass(module) : ofTemplate(module);
        return values -> new Panel(descriptor.key() + ":" + module.key(), texts.label(module), html.apply(values));
    }

    private Function<Map<String, Object>, String> ofClass(DescriptorElement module) {
        WebPanel panel = (WebPanel) context.create(content.load(module.required("class"), module.toString()));
        return values -> ContextLoader.call(context.loader(), () -> {
            StringWriter html = new StringWriter();
            panel.writeHtml(html, values);
            return html.toString();
        });
    }

    private Function<Map<String, Object>, String> ofTemplate(DescriptorElement module) {
        DescriptorElement view = module.child("resource").orElseThrow();
        Function<Map<String, Object>, Map<String, Object>> provider = module.child("context-provider")
                .map(element -> new PanelContext(element, content, context).provider()).orElse(values -> values);
        return values -> {
            StringWriter html = new StringWriter();
            try {
                templates.render(view.required("location"), provider.apply(values), html);
            } catch (IOException e) {
                throw new PluginException(module + " cannot be rendered", e);
            }
            return html.toString();
        };
    }
}
