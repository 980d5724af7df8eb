package org.intercomjira.embedded.host.extension;

import com.atlassian.jira.plugin.jql.function.JqlFunction;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.intercomjira.embedded.host.PluginException;
import org.intercomjira.embedded.host.descriptor.DescriptorElement;
import org.intercomjira.embedded.host.descriptor.PluginContent;
import org.intercomjira.embedded.host.descriptor.PluginDescriptor;
import org.intercomjira.embedded.host.spring.PluginContext;
import org.intercomjira.embedded.host.text.HostTexts;
import org.intercomjira.embedded.host.velocity.PluginTemplates;
import org.intercomjira.embedded.spi.PluginExtensions;

/** One plugin's extensions, made when it starts. */
public record ExtensionModules(List<WorkflowFunction> workflowFunctions, List<JqlFunction> jqlFunctions, List<IndexedPath> indexedPaths, List<FieldType> fieldTypes)
        implements PluginExtensions {
    private static final List<String> TYPES = List.of("number", "string", "text");

    /** Throws when a class cannot be made or is of the wrong kind. */
    public static ExtensionModules of(PluginDescriptor descriptor, PluginContent content, PluginContext context, PluginTemplates templates, HostTexts texts) {
        Function<DescriptorElement, ModuleParts> parts = module -> new ModuleParts(descriptor.key(), module, content, context, templates, texts);
        return new ExtensionModules(
                descriptor.modules("workflow-function").stream().map(parts).<WorkflowFunction>map(module -> new WorkflowFunctionModule(module).checked()).toList(),
                descriptor.modules("jql-function").stream().map(parts).<JqlFunction>map(JqlFunctionModule::of).toList(),
                descriptor.modules("index-document-configuration").stream().flatMap(ExtensionModules::paths).toList(),
                descriptor.modules("customfield-type").stream().map(parts).<FieldType>map(FieldTypeModule::of).toList());
    }

    private static Stream<IndexedPath> paths(DescriptorElement configuration) {
        return configuration.children("key").stream().flatMap(key -> key.children("extract").stream().map(extract ->
                new IndexedPath(key.required("property-key"), extract.required("path"), type(extract), extract.attribute("alias").orElse(""))));
    }

    private static String type(DescriptorElement extract) {
        String type = extract.required("type").toLowerCase(Locale.ROOT);
        if (!TYPES.contains(type)) {
            throw new PluginException(extract + ": values of the type " + type + " are not known here, only " + TYPES);
        }
        return type;
    }
}
