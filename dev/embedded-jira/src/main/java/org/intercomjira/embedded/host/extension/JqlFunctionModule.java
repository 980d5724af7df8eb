package org.intercomjira.embedded.host.extension;

import com.atlassian.jira.JiraDataType;
import com.atlassian.jira.jql.operand.QueryLiteral;
import com.atlassian.jira.jql.query.QueryCreationContext;
import com.atlassian.jira.plugin.jql.function.JqlFunction;
import com.atlassian.jira.plugin.jql.function.JqlFunctionModuleDescriptor;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.query.clause.TerminalClause;
import com.atlassian.query.operand.FunctionOperand;
import java.util.List;
import org.intercomjira.embedded.host.PluginException;

/** A {@code jql-function}: one object for all queries. */
record JqlFunctionModule(ModuleParts parts, JqlFunction function) implements JqlFunction {
    static JqlFunctionModule of(ModuleParts parts) {
        if (!(parts.create(parts.module().required("class")) instanceof JqlFunction function)) {
            throw new PluginException(parts.module() + ": the class is no " + JqlFunction.class.getName());
        }
        JqlFunctionModule module = new JqlFunctionModule(parts, function);
        module.init(new Described(parts.module().child("fname").orElseThrow().text(), Boolean.parseBoolean(parts.module().child("list").orElseThrow().text())));
        return module;
    }

    private record Described(String getFunctionName, boolean isList) implements JqlFunctionModuleDescriptor {
    }

    @Override
    public void init(JqlFunctionModuleDescriptor descriptor) {
        parts.call(() -> {
            function.init(descriptor);
            return null;
        });
    }

    @Override
    public MessageSet validate(ApplicationUser searcher, FunctionOperand operand, TerminalClause clause) {
        return parts.call(() -> function.validate(searcher, operand, clause));
    }

    @Override
    public List<QueryLiteral> getValues(QueryCreationContext context, FunctionOperand operand, TerminalClause clause) {
        return parts.call(() -> function.getValues(context, operand, clause));
    }

    @Override
    public boolean isList() {
        return function.isList();
    }

    @Override
    public int getMinimumNumberOfExpectedArguments() {
        return function.getMinimumNumberOfExpectedArguments();
    }

    @Override
    public String getFunctionName() {
        return function.getFunctionName();
    }

    @Override
    public JiraDataType getDataType() {
        return function.getDataType();
    }
}
