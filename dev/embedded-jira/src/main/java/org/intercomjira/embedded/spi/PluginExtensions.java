package org.intercomjira.embedded.spi;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.plugin.jql.function.JqlFunction;
import java.util.List;
import java.util.Map;

/** What the installed plugins add to Jira's own rules: post functions, JQL functions, indexed properties, types of custom fields. */
public interface PluginExtensions {
    /** No plugin, no extension. */
    PluginExtensions NONE = new PluginExtensions() {
        @Override
        public List<WorkflowFunction> workflowFunctions() {
            return List.of();
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
    };

    List<WorkflowFunction> workflowFunctions();

    List<JqlFunction> jqlFunctions();

    List<IndexedPath> indexedPaths();

    List<FieldType> fieldTypes();

    /** A module that can be put on transitions. */
    interface WorkflowFunction {
        /** The complete module key. */
        String key();

        String name();

        String description();

        /** One of the module's views: {@code view}, {@code input-parameters}, {@code edit-parameters}. */
        String html(String view, Map<String, String> arguments);

        /** What the submitted form means. */
        Map<String, String> arguments(Map<String, String[]> form);

        /** Throws what the function throws. */
        void execute(Map<String, Object> transientVars, Map<String, String> arguments) throws Exception;
    }

    /**
     * A value within an issue property that JQL can ask for.
     *
     * @param type  number, string or text
     * @param alias the name in JQL; empty when there is only the long one
     */
    record IndexedPath(String propertyKey, String path, String type, String alias) {
    }

    /** A module of which administrators make custom fields. */
    interface FieldType {
        /** The complete module key. */
        String key();

        String name();

        /** A text, a number, a list of these, or null. */
        Object value(CustomField field, Issue issue);

        /** The value as the module's template shows it there; empty without a value. */
        String html(CustomField field, Issue issue, CustomFieldViews.View view);
    }
}
