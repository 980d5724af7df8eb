package org.intercomjira.embedded.host.extension;

import com.atlassian.jira.plugin.jql.function.JqlFunction;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.intercomjira.embedded.spi.PluginExtensions;

/** The extensions of all plugins that run at this moment. */
public record AllExtensions(Supplier<Collection<PluginExtensions>> plugins) implements PluginExtensions {
    @Override
    public List<WorkflowFunction> workflowFunctions() {
        return all(PluginExtensions::workflowFunctions);
    }

    @Override
    public List<JqlFunction> jqlFunctions() {
        return all(PluginExtensions::jqlFunctions);
    }

    @Override
    public List<IndexedPath> indexedPaths() {
        return all(PluginExtensions::indexedPaths);
    }

    @Override
    public List<FieldType> fieldTypes() {
        return all(PluginExtensions::fieldTypes);
    }

    private <T> List<T> all(Function<PluginExtensions, List<T>> kind) {
        return plugins.get().stream().map(kind).flatMap(List::stream).toList();
    }
}
