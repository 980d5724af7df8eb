package org.intercomjira.search;

import com.atlassian.jira.JiraDataType;
import com.atlassian.jira.JiraDataTypes;
import com.atlassian.jira.jql.operand.QueryLiteral;
import com.atlassian.jira.jql.query.QueryCreationContext;
import com.atlassian.jira.plugin.jql.function.AbstractJqlFunction;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.query.clause.TerminalClause;
import com.atlassian.query.operand.FunctionOperand;
import com.atlassian.sal.api.message.I18nResolver;
import java.util.List;
import java.util.Optional;
import org.intercomjira.platform.ApiException;
import org.intercomjira.platform.IssueId;

/**
 * A JQL function that yields issues. Jira keeps only those that the searcher may browse, so it may name them all; people who are
 * not logged in get none, as everywhere in this plugin.
 */
abstract class LinkedIssues extends AbstractJqlFunction {
    private final I18nResolver i18n;

    LinkedIssues(I18nResolver i18n) {
        this.i18n = i18n;
    }

    /** What is wrong with the arguments, if anything is. */
    abstract Optional<ApiException> refusal(List<String> arguments);

    /** The issues; arguments that are wrong find nothing. */
    abstract List<IssueId> issues(List<String> arguments);

    @Override
    public MessageSet validate(ApplicationUser searcher, FunctionOperand operand, TerminalClause clause) {
        MessageSetImpl messages = new MessageSetImpl();
        Optional<ApiException> refusal = searcher == null ? Optional.of(new ApiException(401, "not_logged_in")) : refusal(operand.getArgs());
        refusal.ifPresent(reason -> messages.addErrorMessage(i18n.getText(reason.textKey(), reason.arguments())));
        return messages;
    }

    @Override
    public List<QueryLiteral> getValues(QueryCreationContext context, FunctionOperand operand, TerminalClause clause) {
        if (context.getApplicationUser() == null && !context.isSecurityOverriden()) {
            return List.of();
        }
        return issues(operand.getArgs()).stream().map(issue -> new QueryLiteral(operand, issue.value())).toList();
    }

    @Override
    public JiraDataType getDataType() {
        return JiraDataTypes.ISSUE;
    }
}
