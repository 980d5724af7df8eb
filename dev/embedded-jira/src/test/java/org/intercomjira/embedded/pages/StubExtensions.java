package org.intercomjira.embedded.pages;

import com.atlassian.jira.plugin.jql.function.JqlFunction;
import java.util.List;
import java.util.Map;
import org.intercomjira.embedded.spi.PluginExtensions;

/** One post function whose only argument is a team. */
final class StubExtensions implements PluginExtensions {
    static final String FUNCTION = "org.example:tell";

    @Override
    public List<WorkflowFunction> workflowFunctions() {
        return List.of(new Tell());
    }

    @Override
    public List<JqlFunction> jqlFunctions() {
        return List.of();
    }

    @Override
    public List<IndexedPath> indexedPaths() {
        return List.of();
    }

    @Override
    public List<FieldType> fieldTypes() {
        return List.of();
    }

    private record Tell() implements WorkflowFunction {
        @Override
        public String key() {
            return FUNCTION;
        }

        @Override
        public String name() {
            return "Tell <a> team";
        }

        @Override
        public String description() {
            return "Tells it";
        }

        @Override
        public String html(String view, Map<String, String> arguments) {
            return "<em class=\"" + view + "\">" + arguments.getOrDefault("team", "none") + "</em>";
        }

        @Override
        public Map<String, String> arguments(Map<String, String[]> form) {
            return Map.of("team", form.get("team")[0]);
        }

        @Override
        public void execute(Map<String, Object> transientVars, Map<String, String> arguments) {
            throw new UnsupportedOperationException("pages run no functions");
        }
    }
}
