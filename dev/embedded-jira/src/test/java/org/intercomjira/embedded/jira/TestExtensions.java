package org.intercomjira.embedded.jira;

import com.atlassian.jira.JiraDataType;
import com.atlassian.jira.JiraDataTypes;
import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.issue.fields.CustomField;
import com.atlassian.jira.jql.operand.QueryLiteral;
import com.atlassian.jira.jql.query.QueryCreationContext;
import com.atlassian.jira.plugin.jql.function.AbstractJqlFunction;
import com.atlassian.jira.plugin.jql.function.JqlFunction;
import com.atlassian.jira.plugin.jql.function.JqlFunctionModuleDescriptor;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.query.clause.TerminalClause;
import com.atlassian.query.operand.FunctionOperand;
import java.util.List;
import org.intercomjira.embedded.spi.CustomFieldViews;
import org.intercomjira.embedded.spi.PluginExtensions;

/**
 * A plugin that knows the property {@code cars}, the function {@code named}, which yields the issues with the given ids or keys, and a type of field.
 *
 * @param paths what it makes known of properties
 */
record TestExtensions(List<IndexedPath> paths) implements PluginExtensions {
    static final String FIELD_TYPE = "org.example:number-of-letters";

    TestExtensions() {
        this(List.of(new IndexedPath("cars", "count", "number", "carCount"), new IndexedPath("cars", "owner.name", "string", "carOwner"),
                new IndexedPath("cars", "models", "string", "carModel"), new IndexedPath("cars", "remark", "text", "")));
    }

    @Override
    public List<WorkflowFunction> workflowFunctions() {
        return List.of();
    }

    @Override
    public List<JqlFunction> jqlFunctions() {
        Named function = new Named();
        function.init(new Described());
        return List.of(function);
    }

    @Override
    public List<IndexedPath> indexedPaths() {
        return paths;
    }

    @Override
    public List<FieldType> fieldTypes() {
        return List.of(new Letters());
    }

    private record Described() implements JqlFunctionModuleDescriptor {
        @Override
        public String getFunctionName() {
            return "named";
        }

        @Override
        public boolean isList() {
            return true;
        }
    }

    private static final class Named extends AbstractJqlFunction {
        @Override
        public MessageSet validate(ApplicationUser searcher, FunctionOperand operand, TerminalClause clause) {
            MessageSetImpl messages = new MessageSetImpl();
            operand.getArgs().stream().filter(argument -> argument.isBlank()).forEach(blank -> messages.addErrorMessage(clause.getName() + ": nobody is called nothing"));
            return messages;
        }

        @Override
        public List<QueryLiteral> getValues(QueryCreationContext context, FunctionOperand operand, TerminalClause clause) {
            return operand.getArgs().stream()
                    .map(name -> name.matches("\\d+") ? new QueryLiteral(operand, Long.valueOf(name)) : new QueryLiteral(operand, name)).toList();
        }

        @Override
        public int getMinimumNumberOfExpectedArguments() {
            return 1;
        }

        @Override
        public JiraDataType getDataType() {
            return JiraDataTypes.ISSUE;
        }
    }

    /** How long a summary is; nothing for very long ones. */
    private static final class Letters implements FieldType {
        @Override
        public String key() {
            return FIELD_TYPE;
        }

        @Override
        public String name() {
            return "Number of letters";
        }

        @Override
        public Object value(CustomField field, Issue issue) {
            return issue.getSummary().length() > 100 ? null : issue.getSummary().length();
        }

        @Override
        public String html(CustomField field, Issue issue, CustomFieldViews.View view) {
            return value(field, issue) == null ? "" : "<b>" + value(field, issue) + "</b> " + view;
        }
    }
}
