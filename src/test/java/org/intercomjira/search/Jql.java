package org.intercomjira.search;

import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockConstruction;
import static org.mockito.Mockito.when;

import com.atlassian.jira.jql.operand.QueryLiteral;
import com.atlassian.jira.jql.query.QueryCreationContext;
import com.atlassian.jira.user.ApplicationUser;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.query.operand.FunctionOperand;
import com.atlassian.sal.api.message.I18nResolver;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.mockito.MockedConstruction;

/** Jira asking a function; its own classes are only declared here. */
final class Jql {
    static final ApplicationUser SOMEBODY = mock(ApplicationUser.class);
    static final ApplicationUser NOBODY = null;

    private Jql() {
    }

    static List<String> complaints(LinkedIssues function, ApplicationUser searcher, String... arguments) {
        List<String> complaints = new ArrayList<>();
        try (MockedConstruction<MessageSetImpl> ignored = mockConstruction(MessageSetImpl.class, (messages, context) ->
                doAnswer(call -> complaints.add(call.getArgument(0))).when(messages).addErrorMessage(anyString()))) {
            function.validate(searcher, call(arguments), null);
        }
        return complaints;
    }

    static List<Long> values(LinkedIssues function, QueryCreationContext context, String... arguments) {
        List<Long> values = new ArrayList<>();
        FunctionOperand operand = call(arguments);
        try (MockedConstruction<QueryLiteral> ignored = mockConstruction(QueryLiteral.class, (literal, made) -> {
            if (made.arguments().get(0) == operand) {
                values.add((Long) made.arguments().get(1));
            }
        })) {
            function.getValues(context, operand, null);
        }
        return values;
    }

    static QueryCreationContext by(ApplicationUser user, boolean isSecurityOverridden) {
        QueryCreationContext context = mock(QueryCreationContext.class);
        when(context.getApplicationUser()).thenReturn(user);
        when(context.isSecurityOverriden()).thenReturn(isSecurityOverridden);
        return context;
    }

    /** Texts are their keys and arguments. */
    static I18nResolver texts() {
        I18nResolver texts = mock(I18nResolver.class);
        when(texts.getText(anyString(), any(Serializable[].class))).thenAnswer(call -> call.getArgument(0)
                + String.valueOf(List.of(call.getArguments()).subList(1, call.getArguments().length)));
        return texts;
    }

    private static FunctionOperand call(String... arguments) {
        FunctionOperand operand = mock(FunctionOperand.class);
        when(operand.getArgs()).thenReturn(List.of(arguments));
        return operand;
    }
}
