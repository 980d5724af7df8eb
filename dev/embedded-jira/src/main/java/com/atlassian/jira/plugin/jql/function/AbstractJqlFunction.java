package com.atlassian.jira.plugin.jql.function;

import com.atlassian.jira.util.MessageSet;
import com.atlassian.jira.util.MessageSetImpl;
import com.atlassian.query.operand.FunctionOperand;

/** Knows its name from the descriptor. */
public abstract class AbstractJqlFunction implements JqlFunction {
    private JqlFunctionModuleDescriptor descriptor;

    @Override
    public void init(JqlFunctionModuleDescriptor descriptor) {
        this.descriptor = descriptor;
    }

    @Override
    public boolean isList() {
        return descriptor.isList();
    }

    @Override
    public String getFunctionName() {
        return descriptor.getFunctionName();
    }

    protected JqlFunctionModuleDescriptor getModuleDescriptor() {
        return descriptor;
    }

    /** Says so when there are more or fewer. */
    protected MessageSet validateNumberOfArgs(FunctionOperand operand, int expected) {
        MessageSet messages = new MessageSetImpl();
        int given = operand.getArgs().size();
        if (given != expected) {
            messages.addErrorMessage("Function '" + operand.getName() + "' expected '" + expected + "' arguments but received '" + given + "'.");
        }
        return messages;
    }
}
