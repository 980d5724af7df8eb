package org.intercomjira.embedded.jira.search;

import com.atlassian.jira.jql.operand.QueryLiteral;
import com.atlassian.jira.plugin.jql.function.JqlFunction;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.query.clause.TerminalClause;
import com.atlassian.query.operand.FunctionOperand;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.intercomjira.embedded.spi.PluginExtensions;

/** What functions stand for: Jira's own {@code currentUser()} and those of plugins that yield issues. */
final class Functions {
    private final Supplier<PluginExtensions> extensions;

    Functions(Supplier<PluginExtensions> extensions) {
        this.extensions = extensions;
    }

    /** Throws {@link JqlError} for what is not to be called, or not in this way. */
    Stream<Operand> values(Clause.Term term, Operand.Call call, Searcher searcher) {
        if (call.function().equalsIgnoreCase("currentUser") && call.arguments().isEmpty()) {
            return searcher.getApplicationUser() == null ? Stream.empty() : Stream.of(new Operand.Literal(searcher.getApplicationUser().getKey()));
        }
        JqlFunction function = extensions.get().jqlFunctions().stream().filter(candidate -> candidate.getFunctionName().equalsIgnoreCase(call.function())).findFirst()
                .orElseThrow(() -> new JqlError("Unable to find JQL function '" + call.function() + "(" + String.join(", ", call.arguments()) + ")'."));
        FunctionOperand operand = new FunctionOperand(function.getFunctionName(), call.arguments());
        TerminalClause clause = new Condition(term.field(), operand);
        if (searcher.strict()) {
            check(term, function, function.validate(searcher.getApplicationUser(), operand, clause), call);
        }
        return Stream.of(issues(function.getValues(searcher, operand, clause)));
    }

    private record Condition(String getName, FunctionOperand getOperand) implements TerminalClause {
    }

    /** The plugin speaks first. That too few arguments are no query, Jira leaves to the plugin alone. */
    private static void check(Clause.Term term, JqlFunction function, MessageSet complaints, Operand.Call call) {
        if (complaints.hasAnyErrors()) {
            throw new JqlError(List.copyOf(complaints.getErrorMessages()));
        }
        if (call.arguments().size() < function.getMinimumNumberOfExpectedArguments()) {
            throw new JqlError("Function '" + function.getFunctionName() + "' expected at least '" + function.getMinimumNumberOfExpectedArguments()
                    + "' arguments but received '" + call.arguments().size() + "'.");
        }
        if (function.isList() && !term.operator().takesList()) {
            throw new JqlError("The operator '" + term.operator().sign() + "' does not support the list function '" + function.getFunctionName() + "'.");
        }
        if (!JqlFields.isIssue(term.field())) {
            throw new JqlError("The function '" + function.getFunctionName() + "' is not supported by the '" + term.field() + "' field.");
        }
    }

    private static Operand issues(List<QueryLiteral> literals) {
        return new Operand.IssuesFound(literals.stream().map(QueryLiteral::getLongValue).filter(Objects::nonNull).toList(),
                literals.stream().map(QueryLiteral::getStringValue).filter(Objects::nonNull).toList());
    }
}
